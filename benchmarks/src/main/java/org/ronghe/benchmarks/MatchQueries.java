package org.ronghe.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.ronghe.match.index.DocumentKind;
import org.ronghe.match.index.DocumentVectors;
import org.ronghe.match.index.IndexField;
import org.ronghe.match.index.IndexView;
import org.ronghe.match.index.MatchDocument;
import org.ronghe.match.search.Engine;
import org.ronghe.match.search.Match;
import org.ronghe.match.search.MatchQuery;
import org.ronghe.match.search.Matcher;
import org.ronghe.match.vector.EncoderModel;
import org.ronghe.match.vector.Encoders;
import org.ronghe.match.vector.SentenceEncoder;

/// Needs asked of a large index: one by one, and all of a night.
final class MatchQueries {
  private static final int WARMING = 100;
  private static final int ANSWERS = 10;
  private static final int NIGHTLY_ANSWERS = 20;

  private MatchQueries() {}

  /// Whole needs by the real model, ten answers with reasons; then the same words asked of Lucene
  /// alone, which is the least that any hybrid of it can take.
  static void query(MatchTexts texts, Path folder, int count) throws IOException {
    var random = new SplittableRandom(9);
    var whole = new Latencies();
    var embedding = new Latencies();
    var plain = new Latencies();
    int size;
    try (var engine = MatchSpeed.engine(texts);
        var model = SentenceEncoder.open(EncoderModel.chinese());
        var index = engine.index(folder);
        IndexView view = index.view()) {
      size = view.documents(DocumentKind.Side.OFFER);
      var encoders = new Encoders(model, engine.encoders().english());
      var vectors = new DocumentVectors(encoders, 1);
      var matcher = new Matcher(encoders, engine.terms(), engine.bridge());
      var lucene = new IndexSearcher(view.searcher().getIndexReader());
      lucene.setSimilarity(new BM25Similarity(1.5f, 0.75f));
      for (int i = -WARMING; i < count; i++) {
        MatchDocument need = texts.need(random, i + WARMING);
        long before = System.nanoTime();
        vectors.of(List.of(need));
        long begin = System.nanoTime();
        List<Match> found = matcher.search(MatchQuery.of(need, ANSWERS), view);
        long end = System.nanoTime();
        int hits = lucene.search(words(engine, need), ANSWERS).scoreDocs.length;
        long last = System.nanoTime();
        boolean good =
            found.size() == ANSWERS
                && hits == ANSWERS
                && found.stream().allMatch(match -> match.why() != null);
        if (!good) {
          throw new IllegalStateException(found.size() + " answers, " + hits + " of Lucene");
        }
        if (i >= 0) {
          whole.add(end - begin, true);
          embedding.add(begin - before, true);
          plain.add(last - end, true);
        }
      }
    }
    String goal = size > 500_000 ? "p95 < 150" : "p95 < 40, p99 < 80";
    row("hybrid query with 10 explained answers, %,d achievements".formatted(size), whole, goal);
    row("embedding the need, which is done beside looking up its words", embedding, "");
    row("plain Lucene BM25 of all the need's terms, 10 answers", plain, "the limit");
    long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    MatchSpeed.row("heap in use at the end", String.format(Locale.ROOT, "%.0f MB", used / 1e6), "");
  }

  private static BooleanQuery words(Engine engine, MatchDocument need) {
    var query = new BooleanQuery.Builder();
    String field = IndexField.words(DocumentKind.Side.OFFER);
    engine
        .terms()
        .counts(need.whole())
        .forEach((term, times) ->
            query.add(
                new BoostQuery(new TermQuery(new Term(field, term)), times),
                BooleanClause.Occur.SHOULD));
    return query.build();
  }

  private static void row(String what, Latencies latencies, String goal) {
    MatchSpeed.row(
        what,
        String.format(
            Locale.ROOT,
            "p50 %.1f, p95 %.1f, p99 %.1f ms",
            latencies.millis(0.5),
            latencies.millis(0.95),
            latencies.millis(0.99)),
        goal);
  }

  /// A part of the needs of a night, on two threads, from an index that holds them with their
  /// vectors: 20 answers with reasons each.
  static void nightly(MatchTexts texts, Path folder, int count) throws IOException {
    var random = new SplittableRandom(13);
    var needs = new ArrayList<MatchDocument>();
    for (int i = 0; i < count + WARMING; i++) {
      needs.add(texts.need(random, i));
    }
    try (var engine = MatchSpeed.engine(texts);
        var index = engine.index(folder)) {
      index.put(needs);
      try (IndexView view = index.view()) {
        nightly(engine, view, needs, count);
      }
    }
  }

  private static void nightly(Engine engine, IndexView view, List<MatchDocument> needs, int count) {
    answer(engine, view, needs.subList(count, needs.size()));
    long begin = System.nanoTime();
    long answers = answer(engine, view, needs.subList(0, count));
    double seconds = (System.nanoTime() - begin) / 1e9;
    if (answers != (long) count * NIGHTLY_ANSWERS) {
      throw new IllegalStateException(answers + " answers");
    }
    MatchSpeed.row(
        "nightly, %,d needs × %,d achievements, 20 answers each with reasons"
            .formatted(count, view.documents(DocumentKind.Side.OFFER)),
        String.format(
            Locale.ROOT,
            "%.1f s; 20,000 needs at this rate: %.1f min",
            seconds,
            seconds / count * 20_000 / 60),
        "20,000 < 10 min");
  }

  private static long answer(Engine engine, IndexView view, List<MatchDocument> needs) {
    return needs.parallelStream()
        .mapToLong(need -> {
          try {
            return engine
                .matcher()
                .search(
                    MatchQuery.of(need, NIGHTLY_ANSWERS), view.findVector(need).orElseThrow(), view)
                .size();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        })
        .sum();
  }
}
