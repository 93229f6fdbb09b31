package org.ronghe.match.organisation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// An affiliation cut into parts and words.
///
/// @param words all words in order
/// @param starts numbers of words that begin a part
/// @param ends numbers of words after which a part ends, exclusive
/// @param acronyms words of the affiliation that are written in capitals, in lower case
record Affiliation(
    List<String> words, Set<Integer> starts, Set<Integer> ends, Set<String> acronyms) {
  private static final Pattern PARTS =
      Pattern.compile(
          "[,;|\\n:/()\\[\\]，；、（）]|\\s[-–—]\\s|\\.\\s+(?=[A-Z][a-z]{3})|\\band (?:the )?"
              + "(?=(?:Department|Division|Institute|Faculty|School)\\b)");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\d&]+");

  static Affiliation of(String text) {
    var words = new ArrayList<String>();
    Set<Integer> starts = new HashSet<>();
    Set<Integer> ends = new HashSet<>();
    String parted =
        text.replaceAll("&#x0*26;|&amp;", "&").replaceAll("^\\s*[\\da-z]?\\d(?=[A-Z])", "");
    for (String part : PARTS.split(parted, -1)) {
      List<String> ofPart = NameForm.words(part);
      if (!ofPart.isEmpty()) {
        starts.add(words.size());
        words.addAll(ofPart);
        ends.add(words.size());
      }
    }
    Set<String> acronyms = new HashSet<>();
    for (String word : NO_WORD.split(text, -1)) {
      if (word.length() >= 2 && word.chars().noneMatch(Character::isLowerCase)) {
        acronyms.add(NameForm.plain(word));
      }
    }
    return new Affiliation(List.copyOf(words), starts, ends, acronyms);
  }
}
