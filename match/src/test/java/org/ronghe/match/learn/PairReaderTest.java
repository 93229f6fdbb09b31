package org.ronghe.match.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.match.LetterEncoder;
import org.ronghe.match.bridge.BilingualDictionary;
import org.ronghe.match.index.DocumentKind;
import org.ronghe.match.index.IndexView;
import org.ronghe.match.index.MatchDocument;
import org.ronghe.match.search.Engine;
import org.ronghe.match.search.Match;
import org.ronghe.match.search.MatchQuery;
import org.ronghe.match.vector.ByteVector;
import org.ronghe.match.vector.Encoders;

class PairReaderTest {
  private static final MatchDocument NEED =
      new MatchDocument(
          "need",
          DocumentKind.NEED,
          List.of(),
          "锂电池隔膜",
          "厚度不超过20微米，孔隙率≥45%。",
          List.of(),
          List.of("H01M"));

  @Test
  void demandsSharedFieldsAndVectorsComeOutOfTheIndex(@TempDir Path folder) throws IOException {
    var encoder = new LetterEncoder("letters");
    try (var engine =
            new Engine(
                new Encoders(encoder, new LetterEncoder("english")),
                BilingualDictionary.load(),
                1);
        var index = engine.index(folder)) {
      index.put(
          List.of(
              new MatchDocument(
                  "separator",
                  DocumentKind.ACHIEVEMENT,
                  List.of(),
                  "锂电池 陶瓷隔膜",
                  "隔膜厚度为16微米，孔隙率40%。",
                  List.of(),
                  List.of("H01M50/40")),
              MatchDocument.of("robot", DocumentKind.ACHIEVEMENT, "提醒机器人", "面向老人的语音提醒。")));
      try (IndexView view = index.view()) {
        float[] vector = encoder.vectors(List.of(NEED.whole()))[0];
        List<Match> matches = engine.matcher().search(MatchQuery.of(NEED, 2), vector, view);
        var reader = new PairReader(engine.terms(), view);
        var pairs = new ArrayList<DecidedPair>();
        for (Match match : matches) {
          pairs.add(reader.findPair("need", NEED, vector, match, 3).orElseThrow());
        }
        DecidedPair separator = pairs.getFirst();
        assertThat(separator.offer()).isEqualTo("separator");
        assertThat(feature(separator, "demands met")).isEqualTo(1);
        assertThat(feature(separator, "demands missed")).isEqualTo(1);
        assertThat(feature(separator, "shared field")).isEqualTo(1);
        assertThat(feature(separator, "length")).isEqualTo(Math.log1p(7));
        assertThat(feature(separator, "words")).isEqualTo(matches.getFirst().evidence().lexical());
        DecidedPair robot = pairs.getLast();
        assertThat(feature(robot, "demands met")).isZero();
        assertThat(feature(robot, "shared field")).isZero();
        // Seen from their middle, two texts lie opposite each other.
        assertThat(ByteVector.dot(separator.offerVector(), robot.offerVector()))
            .isEqualTo(-1, within(0.05));
      }
    }
  }

  private static double feature(DecidedPair pair, String name) {
    return pair.feature(DecidedPair.FEATURES.indexOf(name));
  }
}
