package org.ronghe.atlas.source;

/// Organisation identifiers packed into a `long`, so that a million of them are looked up without
/// strings: the nine base-36 characters of a ROR id, or the number of an OpenAlex institution id
/// with bit 62 set. `NONE` (0) stands for no identifier.
///
/// ROR ids: https://ror.readme.io/docs/identifier ; OpenAlex: `https://openalex.org/I…`.
public final class OrganisationKey {
  /// No identifier, or none of a kind we know.
  public static final long NONE = 0;

  private static final long OPENALEX = 1L << 62;
  private static final String ROR_PREFIX = "https://ror.org/";
  private static final String OPENALEX_PREFIX = "https://openalex.org/I";

  private OrganisationKey() {}

  /// The key of the id in `text[from, to)`, given as URL or bare (`042fqyp44`, `I123`,
  /// case-insensitive); [#NONE] when it is neither a ROR nor an OpenAlex institution id.
  public static long parse(byte[] text, int from, int to) {
    int start = from;
    for (int i = from; i < to; i++) {
      if (text[i] == '/') {
        start = i + 1;
      }
    }
    int length = to - start;
    if (length > 1 && (text[start] | 0x20) == 'i' && length != 9) {
      return openAlexNumber(text, start + 1, to);
    }
    if (length == 9 && text[start] == '0') {
      return ror(text, start);
    }
    return length > 1 && (text[start] | 0x20) == 'i' ? openAlexNumber(text, start + 1, to) : NONE;
  }

  /// The key of `id`; see [#parse(byte\[\], int, int)].
  public static long parse(String id) {
    byte[] bytes = id.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    return parse(bytes, 0, bytes.length);
  }

  /// True for a key made of a ROR id.
  public static boolean isRor(long key) {
    return key != NONE && (key & OPENALEX) == 0;
  }

  /// The identifier's URL; the empty string for [#NONE].
  public static String url(long key) {
    if (key == NONE) {
      return "";
    }
    if ((key & OPENALEX) != 0) {
      return OPENALEX_PREFIX + (key & ~OPENALEX);
    }
    var digits = Long.toString(key, 36);
    return ROR_PREFIX + "0".repeat(9 - digits.length()) + digits;
  }

  private static long openAlexNumber(byte[] text, int from, int to) {
    long number = 0;
    for (int i = from; i < to; i++) {
      int digit = text[i] - '0';
      if (digit < 0 || digit > 9 || number > OPENALEX / 16) {
        return NONE;
      }
      number = number * 10 + digit;
    }
    return number == 0 ? NONE : number | OPENALEX;
  }

  private static long ror(byte[] text, int from) {
    long key = 0;
    for (int i = from; i < from + 9; i++) {
      int digit = Character.digit(text[i], 36);
      if (digit < 0) {
        return NONE;
      }
      key = key * 36 + digit;
    }
    return key;
  }
}
