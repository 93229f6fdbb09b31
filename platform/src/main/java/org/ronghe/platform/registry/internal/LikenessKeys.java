package org.ronghe.platform.registry.internal;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.ronghe.platform.registry.FilledForm;

/// Keys under which forms that may be of the same achievement meet.
///
/// Of a title, the whole without marks and blanks, and the smallest hashes of its runs of three
/// characters (a bottom-k sketch: Broder, "On the resemblance and containment of documents", 1997);
/// of each right, its number.
final class LikenessKeys {
  private static final int SKETCH = 6;
  private static final int SHINGLE = 3;
  private static final int TITLE = 2 * SKETCH;
  private static final int RIGHT = 8 * SKETCH;
  private static final Pattern MARKS = Pattern.compile("[^\\p{L}\\p{N}]+");
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
        var hashes = new TreeSet<Long>();
        for (int i = 0; i + SHINGLE <= title.length(); i++) {
          hashes.add(hash("part:" + title.substring(i, i + SHINGLE)));
        }
        hashes.stream().limit(SKETCH).forEach(key -> keys.putIfAbsent(key, 1));
      }
    }
    return keys;
  }

  /// The numbers of a form's rights, without marks.
  static Set<String> rights(FilledForm form) {
    var numbers = new LinkedHashSet<String>();
    for (int i = 0; i < form.rows("right"); i++) {
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
    for (int i = 0; i < form.rows("contributor"); i++) {
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
    return MARKS.matcher(same).replaceAll("");
  }

  /// FNV-1a, 64 bits: the same on every machine and for ever, since keys are kept.
  private static long hash(String text) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }
}
