package org.ronghe.match.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DuplicateFinderTest {
  private static final long SEED = 7;

  @Test
  void findsHalfATextInsideAnotherAndNothingElse() {
    var random = new SplittableRandom(SEED);
    var texts = new ArrayList<DuplicateFinder.Text>();
    for (int i = 0; i < 200; i++) {
      texts.add(new DuplicateFinder.Text("t" + i, text(random, 120)));
    }
    String source = texts.get(3).text();
    String host = texts.get(150).text();
    texts.add(
        new DuplicateFinder.Text(
            "made", host.substring(0, 50) + source.substring(20, 80) + host.substring(50)));
    assertThat(DuplicateFinder.find(texts))
        .as("seed %d", SEED)
        .extracting(duplicate -> duplicate.first() + " " + duplicate.second())
        .containsExactly("t3 made", "t150 made");
  }

  @Test
  void tellsWhereThePassagesAre() {
    String passage = "本项目研制的陶瓷涂覆隔膜在一百八十度高温下不收缩并且具有良好的电解液浸润性";
    List<SharedPassage> shared =
        DuplicateFinder.compare("前言。" + passage + "。结论如下", "别的开头，" + passage + "，别的结尾");
    assertThat(shared).hasSize(1);
    SharedPassage found = shared.getFirst();
    assertThat(("前言。" + passage).substring(found.firstFrom(), found.firstTo())).isEqualTo(passage);
    assertThat(("别的开头，" + passage).substring(found.secondFrom(), found.secondTo()))
        .isEqualTo(passage);
  }

  @Test
  void textsThatShareTwentyTokensMeetUnderAKeyAndOthersDoNot() {
    var random = new SplittableRandom(SEED);
    for (int i = 0; i < 200; i++) {
      String one = text(random, 90);
      String other = text(random, 90);
      int from = random.nextInt(one.length() - 20);
      String copier = other.substring(0, 40) + one.substring(from, from + 20) + other.substring(40);
      assertThat(meet(one, copier)).as("seed %d, pair %d", SEED, i).isTrue();
      assertThat(meet(one, other)).as("seed %d, pair %d", SEED, i).isFalse();
    }
    assertThat(DuplicateFinder.keys("短文本")).isEmpty();
    assertThat(DuplicateFinder.keys(text(random, 400))).hasSizeBetween(30, 80);
  }

  private static boolean meet(String one, String other) {
    long[] keys = DuplicateFinder.keys(other);
    return Arrays.stream(DuplicateFinder.keys(one))
        .anyMatch(key -> Arrays.binarySearch(keys, key) >= 0);
  }

  @Test
  void saysWhatTwoTextsAreToEachOther() {
    String part = "本项目研制的陶瓷涂覆隔膜在一百八十度高温下不收缩并且具有良好的电解液浸润性";
    var first = new DuplicateFinder.Text("a", part);
    var second = new DuplicateFinder.Text("b", part + "，另有一段别处没有的话，说的是完全不同的事情和做法");
    Duplicate found = DuplicateFinder.findCopy(first, second).orElseThrow();
    assertThat(found.relation()).isEqualTo(Duplicate.Relation.PART);
    assertThat(found.firstShare()).isEqualTo(1);
    assertThat(DuplicateFinder.findCopy(first, new DuplicateFinder.Text("c", "别的事"))).isEmpty();
  }

  @Test
  void layoutAndSignsHideNoCopy() {
    String text =
        "A ceramic coated separator for lithium ion batteries that does not shrink when "
            + "it is heated to one hundred and eighty degrees for an hour in dry air";
    var duplicates =
        DuplicateFinder.find(
            List.of(
                new DuplicateFinder.Text("a", text),
                new DuplicateFinder.Text(
                    "b", text.toUpperCase(java.util.Locale.ROOT).replace(" ", ",  "))));
    assertThat(duplicates).hasSize(1);
    assertThat(duplicates.getFirst().relation()).isEqualTo(Duplicate.Relation.SAME);
  }

  @Test
  void linksRecordsOfTheSameWorkOnce() {
    var left =
        List.of(
            new LinkedRecord(
                "l1", "Query optimization in streams", List.of("Ann Li"), "VLDB", 2001),
            new LinkedRecord("l2", "Join processing", List.of("Bo Wang"), "VLDB", 1999));
    var right =
        List.of(
            new LinkedRecord(
                "r1", "Query Optimization in Streams", List.of("A. Li"), "Very Large", 2001),
            new LinkedRecord(
                "r2", "Query Optimization in Streams.", List.of("A. Li"), "Very Large", 2003),
            new LinkedRecord("r3", "Something else", List.of("C. Du"), "Very Large", 1999));
    assertThat(RecordLinker.link(left, right))
        .extracting(link -> link.left() + " " + link.right())
        .containsExactly("l1 r1");
  }

  private static String text(SplittableRandom random, int length) {
    var text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append((char) (0x4E00 + random.nextInt(3000)));
    }
    return text.toString();
  }
}
