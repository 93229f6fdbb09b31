package org.ronghe.match.organisation;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.ronghe.match.text.TextForm;

/// Organisation names as they are compared: lower case without accents, usual abbreviations written
/// out, words that say nothing left out, Chinese names as single characters.
final class NameForm {
  private static final Pattern ENTITY = Pattern.compile("&#x([0-9A-Fa-f]{1,5});|&#(\\d{1,6});");
  private static final Set<String> SILENT =
      Set.of(
          "the", "of", "and", "for", "in", "at", "on", "de", "la", "le", "les", "des", "du", "del",
          "der", "die", "das", "und", "für", "fur", "di", "da", "do", "dos", "degli", "della", "e",
          "y", "et", "van", "von", "voor", "en", "el", "los", "las", "a", "an", "to", "l", "d", "s",
          "i", "og", "och", "ja", "te");
  private static final Map<String, String> WRITTEN_OUT =
      Map.<String, String>ofEntries(
          Map.entry("univ", "university"),
          Map.entry("universitaet", "universitat"),
          Map.entry("uni", "university"),
          Map.entry("inst", "institute"),
          Map.entry("institut", "institute"),
          Map.entry("hosp", "hospital"),
          Map.entry("ctr", "center"),
          Map.entry("centre", "center"),
          Map.entry("cent", "center"),
          Map.entry("coll", "college"),
          Map.entry("natl", "national"),
          Map.entry("nat", "national"),
          Map.entry("int", "international"),
          Map.entry("intl", "international"),
          Map.entry("acad", "academy"),
          Map.entry("sci", "sciences"),
          Map.entry("science", "sciences"),
          Map.entry("tech", "technology"),
          Map.entry("technol", "technology"),
          Map.entry("technological", "technology"),
          Map.entry("technical", "technology"),
          Map.entry("res", "research"),
          Map.entry("lab", "laboratory"),
          Map.entry("labs", "laboratories"),
          Map.entry("med", "medical"),
          Map.entry("agr", "agricultural"),
          Map.entry("agric", "agricultural"),
          Map.entry("agri", "agricultural"),
          Map.entry("eng", "engineering"),
          Map.entry("engn", "engineering"),
          Map.entry("corp", "corporation"),
          Map.entry("co", "company"),
          Map.entry("gen", "general"),
          Map.entry("fdn", "foundation"),
          Map.entry("assoc", "association"),
          Map.entry("soc", "society"),
          Map.entry("govt", "government"),
          Map.entry("min", "ministry"),
          Map.entry("sch", "school"),
          Map.entry("st", "saint"),
          Map.entry("polytech", "polytechnic"),
          Map.entry("org", "organization"),
          Map.entry("organisation", "organization"));

  private NameForm() {}

  /// The words of a name or a piece of an affiliation.
  static List<String> words(String name) {
    String plain = plain(name);
    var words = new ArrayList<String>();
    var word = new StringBuilder();
    for (int i = 0; i <= plain.length(); i++) {
      char c = i < plain.length() ? plain.charAt(i) : ' ';
      if (TextForm.isHan(c)) {
        end(word, words);
        words.add(String.valueOf(c));
      } else if (Character.isLetterOrDigit(c)) {
        word.append(c);
      } else if (c != '\'' && c != '’' && !(c == '.' && initials(plain, i))) {
        end(word, words); // U.S.A. is USA, O'Neill is ONeill
      }
    }
    return words;
  }

  /// Whether a full stop follows a single letter and is followed by another such.
  private static boolean initials(String text, int stop) {
    boolean letterBefore =
        stop > 0
            && Character.isLetter(text.charAt(stop - 1))
            && (stop == 1 || !Character.isLetterOrDigit(text.charAt(stop - 2)));
    boolean letterAfter =
        stop + 2 < text.length()
            && Character.isLetter(text.charAt(stop + 1))
            && text.charAt(stop + 2) == '.';
    return letterBefore && letterAfter;
  }

  private static void end(StringBuilder word, List<String> words) {
    if (!word.isEmpty()) {
      String written = word.toString();
      if (!SILENT.contains(written)) {
        words.add(WRITTEN_OUT.getOrDefault(written, written));
      }
      word.setLength(0);
    }
  }

  /// Lower case, without accents, XML's numbered characters resolved.
  static String plain(String text) {
    String resolved =
        ENTITY
            .matcher(text)
            .replaceAll(entity ->
                java.util.regex.Matcher.quoteReplacement(
                    Character.toString(
                        entity.group(1) != null
                            ? Integer.parseInt(entity.group(1), 16)
                            : Integer.parseInt(entity.group(2)))));
    String lower =
        TextForm.folded(resolved)
            .replace("ß", "ss")
            .replace("ø", "o")
            .replace("Ø", "O")
            .replace("ł", "l")
            .replace("Ł", "L")
            .replace("ı", "i")
            .replace("&", " and ")
            .toLowerCase(Locale.ROOT);
    String parted = Normalizer.normalize(lower, Normalizer.Form.NFD);
    var plain = new StringBuilder(parted.length());
    parted
        .codePoints()
        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
        .forEach(plain::appendCodePoint);
    return Normalizer.normalize(plain, Normalizer.Form.NFC);
  }
}
