package org.ronghe.benchmarks;

import java.util.SplittableRandom;

/// Words and names that look like none in particular.
final class MadeUpNames {
  private static final String[] SYLLABLES = {
    "an", "bel", "cor", "dan", "el", "fur", "gan", "hui", "is", "jin", "ka", "lo", "mar", "ning",
    "or", "pan", "quin", "ros", "shan", "tor", "ul", "ven", "wu", "xia", "yol", "zhen"
  };

  private MadeUpNames() {}

  /// `n` words of two to four syllables, not all distinct.
  static byte[][] words(SplittableRandom random, int n) {
    byte[][] words = new byte[n][];
    for (int i = 0; i < n; i++) {
      words[i] = Utf8Buffer.utf8(word(random));
    }
    return words;
  }

  static String word(SplittableRandom random) {
    var word = new StringBuilder();
    int syllables = random.nextInt(2, 5);
    for (int i = 0; i < syllables; i++) {
      word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
    }
    return word.toString();
  }

  static String name(SplittableRandom random) {
    String word = word(random);
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  /// A ROR identifier with its checksum (ISO 7064, MOD 97-10) for the `i`-th organisation.
  static String ror(int i) {
    String alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
    long number = 31_337L + i * 7_919L;
    var id = new StringBuilder("https://ror.org/0");
    for (int shift = 25; shift >= 0; shift -= 5) {
      id.append(alphabet.charAt((int) (number >> shift & 31)));
    }
    long check = 98 - number * 100 % 97;
    return id.append(check < 10 ? "0" : "").append(check).toString();
  }
}
