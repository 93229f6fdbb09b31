package org.ronghe.match.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.match.LetterEncoder;
import org.ronghe.match.index.DocumentKind;
import org.ronghe.match.index.DocumentKind.Side;
import org.ronghe.match.index.IndexField;
import org.ronghe.match.index.IndexView;
import org.ronghe.match.index.MatchDocument;
import org.ronghe.match.index.MatchIndex;
import org.ronghe.match.text.GramAnalyzer;
import org.ronghe.match.text.TermReader;
import org.ronghe.match.vector.Encoders;

class WordScoresTest {
  private static final String SIGNS = "电池隔膜高温安全材料钢铁水泥数据算法基因药物";

  @TempDir Path folder;

  @Test
  void areWhatLuceneGivesThoseThatItFinds() throws IOException {
    var random = new SplittableRandom(5);
    try (var encoders = new Encoders(new LetterEncoder("a"), new LetterEncoder("b"));
        MatchIndex index = MatchIndex.open(folder, encoders, 1)) {
      for (int part = 0; part < 3; part++) {
        var documents = new ArrayList<MatchDocument>();
        for (int i = 0; i < 40; i++) {
          String text = text(random, 1 + random.nextInt(400)) + " battery Batteries";
          documents.add(
              MatchDocument.of(part + "-" + i, DocumentKind.PAPER, text(random, 6), text));
        }
        documents.add(MatchDocument.of("need" + part, DocumentKind.NEED, "电池", "材料"));
        index.put(documents);
      }
      index.delete("1-7");
      try (IndexView view = index.view()) {
        assertThat(view.searcher().getIndexReader().leaves()).hasSizeGreaterThan(1);
        compare(
            view,
            MatchDocument.of("asked", DocumentKind.NEED, "高温电池", text(random, 30) + " battery"));
        compare(view, MatchDocument.of("other", DocumentKind.NEED, "不曾有过", "none of these"));
      }
    }
  }

  private static void compare(IndexView view, MatchDocument asking) throws IOException {
    WeightedTerms words =
        WeightedTerms.of(asking, List.of(), new TermReader(new GramAnalyzer()), view);
    var query = new BooleanQuery.Builder();
    words
        .weights()
        .forEach((term, weight) ->
            query.add(
                new BoostQuery(
                    new TermQuery(new Term(IndexField.words(Side.OFFER), term)),
                    weight.floatValue()),
                BooleanClause.Occur.SHOULD));
    double[] expected = new double[view.searcher().getIndexReader().maxDoc()];
    for (ScoreDoc hit : view.searcher().search(query.build(), expected.length).scoreDocs) {
      expected[hit.doc] = hit.score;
    }
    var candidates = new Candidates(view, Side.OFFER, Set.of());
    double[] scores =
        candidates.lexical(candidates.scores(words), IntStream.range(0, expected.length).toArray());
    for (int i = 0; i < expected.length; i++) {
      if (expected[i] > 0 || words.weights().isEmpty()) {
        assertThat(scores[i]).isCloseTo(expected[i], within(1e-4));
      }
    }
  }

  private static String text(SplittableRandom random, int length) {
    return random
        .ints(length, 0, SIGNS.length())
        .mapToObj(i -> SIGNS.substring(i, i + 1))
        .reduce("", String::concat);
  }
}
