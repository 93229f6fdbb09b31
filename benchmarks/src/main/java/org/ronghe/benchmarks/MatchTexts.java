package org.ronghe.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.ronghe.match.index.DocumentKind;
import org.ronghe.match.index.MatchDocument;

/// Made-up Chinese titles, abstracts and needs: chains of characters, each drawn by how often it
/// follows the one before in real abstracts (CSL, 1,000 of them). Single characters and pairs are
/// then as frequent as in real texts, which is what an index of characters and pairs costs by;
/// longer runs are new.
final class MatchTexts {
  private static final int TITLE = 16;
  private static final int ABSTRACT = 190;
  private static final int NEED = 120;
  private static final char END = '\n';

  private final List<String> abstracts = new ArrayList<>();
  private final Map<Character, char[]> following = new HashMap<>();

  /// @param file abstracts and titles, the second and third column of a table with tabs
  MatchTexts(Path file) throws IOException {
    Map<Character, StringBuilder> after = new HashMap<>();
    for (String line : Files.readAllLines(file)) {
      String[] cells = line.split("\t", -1);
      abstracts.add(cells[1]);
      String text = END + cells[1].replaceAll("[\\x00-\\x7F]", "") + END;
      for (int i = 0; i + 1 < text.length(); i++) {
        after
            .computeIfAbsent(text.charAt(i), key -> new StringBuilder())
            .append(text.charAt(i + 1));
      }
    }
    after.forEach((from, to) -> following.put(from, to.toString().toCharArray()));
  }

  /// The real abstracts that the made-up ones are drawn after.
  List<String> real() {
    return abstracts;
  }

  /// A text of so many characters.
  String text(SplittableRandom random, int length) {
    var text = new StringBuilder(length);
    char at = END;
    while (text.length() < length) {
      char[] next = following.getOrDefault(at, new char[] {END});
      at = next[random.nextInt(next.length)];
      if (at != END) {
        text.append(at);
      }
    }
    return text.toString();
  }

  /// An abstract without a title.
  String summary(SplittableRandom random) {
    return text(random, ABSTRACT);
  }

  /// An achievement with a figure in its text.
  MatchDocument achievement(SplittableRandom random, int number) {
    return new MatchDocument(
        "a" + number,
        DocumentKind.ACHIEVEMENT,
        List.of(),
        text(random, TITLE),
        summary(random) + "，厚度为" + (5 + random.nextInt(40)) + "微米。",
        List.of(),
        List.of("C" + (10 + random.nextInt(40))));
  }

  /// A need with two demands in numbers.
  MatchDocument need(SplittableRandom random, int number) {
    return new MatchDocument(
        "n" + number,
        DocumentKind.NEED,
        List.of(),
        text(random, TITLE),
        text(random, NEED) + "，厚度不超过" + (5 + random.nextInt(40)) + "微米，合格率≥95%。",
        List.of(),
        List.of("C" + (10 + random.nextInt(40))));
  }
}
