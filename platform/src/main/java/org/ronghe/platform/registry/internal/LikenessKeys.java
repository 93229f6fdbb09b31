package org.ronghe.platform.registry.internal;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.ronghe.platform.registry.FilledForm;

/// Keys under which forms that may be of the same achievement meet.
///
/// Of a title, the whole without marks and blanks, and the smallest hashes of its runs of three
/// characters (a bottom-k sketch: Broder, "On the resemblance and containment of documents", 1997);
/// of each right, its number; of a summary that is long enough to say something of its own, the
/// smallest hashes of its runs of twelve characters.
final class LikenessKeys {
  private static final long FNV_BASIS = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;
  private static final int SKETCH = 6;
  private static final int SHINGLE = 3;
  private static final int TEXT_SKETCH = 2;
  private static final int TEXT_SHINGLE = 12;

  /// Shorter summaries consist of phrases that everybody uses.
  private static final int SHORTEST_TEXT = 100;

  private static final int TITLE = 2 * SKETCH;
  private static final int RIGHT = 8 * SKETCH;
  private static final Pattern PREFIX = Pattern.compile("^(zl|cn)(?=\\d{8,})");

  private LikenessKeys() {}

  /// The keys of a form, each with what it says when another has it, too: a part of a title little,
  /// a number of a right most.
  static Map<Long, Integer> weights(FilledForm form) {
    var keys = new LinkedHashMap<Long, Integer>();
    rights(form).forEach(number -> keys.put(hash("right:" + number), RIGHT));
    for (String field : List.of("title_zh", "title_en")) {
      String title = plain(form.value(field));
      if (title.length() >= SHINGLE) {
        keys.putIfAbsent(hash("title:" + title), TITLE);
        sketch("part:", title, SHINGLE, SKETCH).forEach(key -> keys.putIfAbsent(key, 1));
      }
    }
    String summary = plain(form.value("summary"));
    if (summary.length() >= SHORTEST_TEXT) {
      sketch("text:", summary, TEXT_SHINGLE, TEXT_SKETCH).forEach(key -> keys.putIfAbsent(key, 2));
    }
    return keys;
  }

  /// The smallest hashes of a text's runs of so many characters, in rising order.
  private static List<Long> sketch(String kind, String text, int shingle, int size) {
    var smallest = new ArrayList<Long>(size + 1);
    long begin = hash(FNV_BASIS, kind, 0, kind.length());
    for (int i = 0; i + shingle <= text.length(); i++) {
      long hash = hash(begin, text, i, i + shingle);
      if (smallest.size() < size || hash < smallest.getLast()) {
        int place = Collections.binarySearch(smallest, hash);
        if (place < 0) {
          smallest.add(-place - 1, hash);
        }
        if (smallest.size() > size) {
          smallest.removeLast();
        }
      }
    }
    return smallest;
  }

  /// The numbers of a form's rights, without marks.
  static Set<String> rights(FilledForm form) {
    var numbers = new LinkedHashSet<String>();
    int rows = form.rows("right");
    for (int i = 0; i < rows; i++) {
      String number = PREFIX.matcher(plain(form.value("right." + i + ".number"))).replaceFirst("");
      if (number.length() > 4) {
        numbers.add(number);
      }
    }
    return numbers;
  }

  /// The names of a form's contributors.
  static Set<String> people(FilledForm form) {
    var names = new LinkedHashSet<String>();
    int rows = form.rows("contributor");
    for (int i = 0; i < rows; i++) {
      String name = form.value("contributor." + i + ".name");
      if (!name.isEmpty()) {
        names.add(name);
      }
    }
    return names;
  }

  /// A text without blanks, marks, case and width.
  static String plain(String text) {
    String same = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    var plain = new StringBuilder(same.length());
    same.codePoints().filter(LikenessKeys::isLetterOrNumber).forEach(plain::appendCodePoint);
    return plain.toString();
  }

  private static boolean isLetterOrNumber(int c) {
    int type = Character.getType(c);
    return Character.isLetter(c)
        || type == Character.DECIMAL_DIGIT_NUMBER
        || type == Character.LETTER_NUMBER
        || type == Character.OTHER_NUMBER;
  }

  private static long hash(String text) {
    return hash(FNV_BASIS, text, 0, text.length());
  }

  /// FNV-1a, 64 bits: the same on every machine and for ever, since keys are kept.
  private static long hash(long begin, String text, int from, int to) {
    long hash = begin;
    for (int i = from; i < to; i++) {
      hash = (hash ^ text.charAt(i)) * FNV_PRIME;
    }
    return hash;
  }
}
