package org.ronghe.match.vector;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// The word pieces of BERT: text to numbers of the model's vocabulary.
///
/// Does what the tokenizer published beside the model does (Devlin et al. 2019, DOI
/// 10.18653/v1/N19-1423): control characters go, ideographs and punctuation stand alone, words are
/// cut greedily into the longest known pieces, an unknown word is one `[UNK]`. Written here because
/// the usual library brings 18 MB of native code for what is a page of Java; a test compares the
/// pieces with recorded ones. Not changed after construction, safe for threads.
public final class WordPieces {
  private static final int LONGEST_WORD = 100;
  private static final String CONTINUED = "##";

  private final Map<String, Integer> vocabulary;
  private final boolean lowercase;
  private final int unknown;
  private final int start;
  private final int end;

  private WordPieces(Map<String, Integer> vocabulary, boolean lowercase) {
    this.vocabulary = vocabulary;
    this.lowercase = lowercase;
    this.unknown = number("[UNK]");
    this.start = number("[CLS]");
    this.end = number("[SEP]");
  }

  /// Reads the `tokenizer.json` of the Hugging Face format: its `model.vocab` and whether its
  /// normalizer makes lower case.
  public static WordPieces read(InputStream tokenizerJson) {
    Map<String, Integer> vocabulary = new HashMap<>(1 << 16);
    boolean lowercase = true;
    try (JsonParser parser =
        new JsonFactory().createParser(ObjectReadContext.empty(), tokenizerJson)) {
      String path = "";
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        String name = parser.currentName();
        if (token == JsonToken.START_OBJECT && "vocab".equals(name)) {
          while (parser.nextToken() != JsonToken.END_OBJECT) {
            String piece = parser.currentName();
            parser.nextToken();
            vocabulary.put(piece, parser.getIntValue());
          }
        } else if ("normalizer".equals(name) && token == JsonToken.START_OBJECT) {
          path = "normalizer";
        } else if (path.equals("normalizer")
            && "lowercase".equals(name)
            && token != JsonToken.PROPERTY_NAME) {
          lowercase = token == JsonToken.VALUE_TRUE;
        }
      }
    }
    return new WordPieces(vocabulary, lowercase);
  }

  /// The same from a resource on the class path.
  public static WordPieces ofResource(String name) {
    try (InputStream in = WordPieces.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + name);
      }
      return read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int number(String piece) {
    Integer number = vocabulary.get(piece);
    if (number == null) {
      throw new IllegalArgumentException("vocabulary without " + piece);
    }
    return number;
  }

  /// The numbers of `[CLS]`, at most `most - 2` pieces of the text, `[SEP]`.
  public int[] encode(String text, int most) {
    var pieces = new Pieces(most - 1);
    pieces.add(start);
    String clean = lowercase ? withoutAccents(text.toLowerCase(Locale.ROOT)) : text;
    var word = new StringBuilder();
    for (int i = 0; i < clean.length() && !pieces.full(); ) {
      int c = clean.codePointAt(i);
      i += Character.charCount(c);
      if (isSpace(c)) {
        cut(word, pieces);
      } else if (isAlone(c)) {
        cut(word, pieces);
        word.appendCodePoint(c);
        cut(word, pieces);
      } else if (!isDropped(c)) {
        word.appendCodePoint(c);
      }
    }
    cut(word, pieces);
    return pieces.closed(end);
  }

  /// Cuts a word greedily into the longest known pieces and forgets it.
  private void cut(StringBuilder word, Pieces pieces) {
    int length = word.length();
    if (length == 0) {
      return;
    }
    int mark = pieces.size;
    if (length > LONGEST_WORD) {
      pieces.add(unknown);
      word.setLength(0);
      return;
    }
    for (int from = 0; from < length; ) {
      int to = length;
      Integer found = null;
      while (to > from) {
        String piece = word.substring(from, to);
        found = vocabulary.get(from == 0 ? piece : CONTINUED + piece);
        if (found != null) {
          break;
        }
        to--;
      }
      if (found == null) {
        pieces.size = mark;
        pieces.add(unknown);
        break;
      }
      pieces.add(found);
      from = to;
    }
    word.setLength(0);
  }

  private static String withoutAccents(String text) {
    if (text.codePoints().allMatch(c -> c < 0xC0 || isIdeograph(c))) {
      return text;
    }
    var plain = new StringBuilder(text.length());
    Normalizer.normalize(text, Normalizer.Form.NFD)
        .codePoints()
        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }

  private static boolean isSpace(int c) {
    return c == ' '
        || c == '\t'
        || c == '\n'
        || c == '\r'
        || Character.getType(c) == Character.SPACE_SEPARATOR;
  }

  private static boolean isDropped(int c) {
    int type = Character.getType(c);
    return c == 0
        || c == 0xFFFD
        || type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.UNASSIGNED
        || type == Character.PRIVATE_USE;
  }

  private static boolean isAlone(int c) {
    if (c < 128) {
      return c > 32 && c < 127 && !Character.isLetterOrDigit(c);
    }
    return isIdeograph(c)
        || switch (Character.getType(c)) {
          case Character.CONNECTOR_PUNCTUATION,
              Character.DASH_PUNCTUATION,
              Character.START_PUNCTUATION,
              Character.END_PUNCTUATION,
              Character.INITIAL_QUOTE_PUNCTUATION,
              Character.FINAL_QUOTE_PUNCTUATION,
              Character.OTHER_PUNCTUATION ->
              true;
          default -> false;
        };
  }

  private static boolean isIdeograph(int c) {
    return (c >= 0x4E00 && c <= 0x9FFF)
        || (c >= 0x3400 && c <= 0x4DBF)
        || (c >= 0x20000 && c <= 0x2CEAF)
        || (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0x2F800 && c <= 0x2FA1F);
  }

  /// A growing list of numbers with an upper bound.
  private static final class Pieces {
    private final int most;
    private int[] numbers = new int[64];
    private int size;

    Pieces(int most) {
      this.most = most;
    }

    boolean full() {
      return size >= most;
    }

    void add(int number) {
      // One word may start before the bound and end after it: what is over is cut in closed().
      if (size == numbers.length) {
        numbers = Arrays.copyOf(numbers, 2 * size);
      }
      numbers[size++] = number;
    }

    int[] closed(int end) {
      int kept = Math.min(size, most);
      int[] all = Arrays.copyOf(numbers, kept + 1);
      all[kept] = end;
      return all;
    }
  }
}
