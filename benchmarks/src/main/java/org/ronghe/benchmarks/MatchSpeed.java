package org.ronghe.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.ronghe.match.bridge.BilingualDictionary;
import org.ronghe.match.index.MatchDocument;
import org.ronghe.match.index.MatchIndex;
import org.ronghe.match.search.Engine;
import org.ronghe.match.vector.EncoderModel;
import org.ronghe.match.vector.Encoders;
import org.ronghe.match.vector.SentenceEncoder;
import org.ronghe.match.vector.TextEncoder;

/// Speed of the matching engine. Each call measures one thing and prints rows of a table.
final class MatchSpeed {
  static final int THREADS = 2;
  private static final int AT_ONCE = 4096;
  private static final int NEEDS = 500;

  private MatchSpeed() {}

  /// `TEXTS embed N | fill FOLDER N | query FOLDER N | update FOLDER | nightly FOLDER N |
  /// duplicates N`.
  public static void main(String[] arguments) throws IOException {
    var texts = new MatchTexts(Path.of(arguments[0]));
    String what = arguments[1];
    switch (what) {
      case "embed" -> embed(texts, Integer.parseInt(arguments[2]));
      case "fill" -> fill(texts, Path.of(arguments[2]), Integer.parseInt(arguments[3]));
      case "query" ->
          MatchQueries.query(texts, Path.of(arguments[2]), Integer.parseInt(arguments[3]));
      case "update" -> update(texts, Path.of(arguments[2]));
      case "nightly" ->
          MatchQueries.nightly(texts, Path.of(arguments[2]), Integer.parseInt(arguments[3]));
      case "duplicates" -> MatchCopies.compare(texts, Integer.parseInt(arguments[2]));
      default -> throw new IllegalArgumentException(what);
    }
  }

  static void row(String what, String figure, String goal) {
    System.out.printf("| %s | %s | %s |%n", what, figure, goal);
  }

  /// Texts a second of one thread's CPU time, of real abstracts and of the first 16 characters of
  /// them as titles.
  private static void embed(MatchTexts texts, int count) {
    try (var encoder = SentenceEncoder.open(EncoderModel.chinese())) {
      List<String> some = texts.real().subList(0, Math.min(count, texts.real().size()));
      List<String> titles = new ArrayList<>();
      for (String text : some) {
        for (int from = 0; from + 16 <= Math.min(text.length(), 160); from += 16) {
          titles.add(text.substring(from, from + 16));
        }
      }
      double characters = some.stream().mapToInt(String::length).average().orElse(0);
      row(
          String.format(
              Locale.ROOT, "embedding, abstracts of %.0f characters, a CPU second", characters),
          String.format(Locale.ROOT, "%.1f", aCpuSecond(encoder, some)),
          "≥ 40");
      row(
          "embedding, titles of 16 characters, a CPU second",
          String.format(Locale.ROOT, "%.0f", aCpuSecond(encoder, titles)),
          "≥ 800");
    }
  }

  private static double aCpuSecond(TextEncoder encoder, List<String> texts) {
    encoder.vectors(texts.subList(0, Math.min(64, texts.size())));
    var threads = ManagementFactory.getThreadMXBean();
    long begin = threads.getCurrentThreadCpuTime();
    encoder.vectors(texts);
    return texts.size() * 1e9 / (threads.getCurrentThreadCpuTime() - begin);
  }

  /// The engine with vectors that cost nothing for documents.
  static Engine engine(MatchTexts texts) {
    List<float[]> real;
    try (var encoder = SentenceEncoder.open(EncoderModel.chinese())) {
      real = List.of(encoder.vectors(texts.real().subList(0, Math.min(500, texts.real().size()))));
    }
    return new Engine(
        new Encoders(
            new MadeUpVectors(real, "made-up"), SentenceEncoder.open(EncoderModel.english())),
        BilingualDictionary.load(),
        THREADS);
  }

  private static void fill(MatchTexts texts, Path folder, int count) throws IOException {
    var random = new SplittableRandom(7);
    try (var engine = engine(texts);
        MatchIndex index = engine.index(folder)) {
      long begin = System.nanoTime();
      long beginCpu = processCpuNanos();
      var batch = new ArrayList<MatchDocument>();
      for (int i = 0; i < count; i++) {
        batch.add(texts.achievement(random, i));
        if (batch.size() == AT_ONCE || i + 1 == count) {
          index.put(batch);
          batch.clear();
        }
      }
      for (int i = 0; i < NEEDS; i++) {
        batch.add(texts.need(random, i));
      }
      index.put(batch);
      index.commit("all");
      index.settle(true);
      row(
          String.format(Locale.ROOT, "index of %,d achievements, without embedding", count),
          String.format(
              Locale.ROOT,
              "%.0f s, %.0f CPU s",
              (System.nanoTime() - begin) / 1e9,
              (processCpuNanos() - beginCpu) / 1e9),
          "");
    }
  }

  static long processCpuNanos() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  /// One document changed in a large index, by the real model: until it is found, and kept for
  /// good.
  private static void update(MatchTexts texts, Path folder) throws IOException {
    var random = new SplittableRandom(11);
    var visible = new Latencies();
    var kept = new Latencies();
    try (var engine = engine(texts);
        var encoder = SentenceEncoder.open(EncoderModel.chinese());
        MatchIndex index = engine.index(folder)) {
      for (int i = 0; i < 40; i++) {
        MatchDocument changed = texts.achievement(random, i);
        long begin = System.nanoTime();
        encoder.vectors(List.of(changed.whole(), changed.title()));
        index.put(List.of(changed));
        try (var view = index.view()) {
          if (view.findVector(changed).isEmpty()) {
            throw new IllegalStateException("not there: " + changed.id());
          }
        }
        long found = System.nanoTime();
        index.commit("all");
        if (i >= 10) {
          visible.add(found - begin, true);
          kept.add(System.nanoTime() - begin, true);
        }
      }
    }
    row(
        "a changed achievement can be found, p95",
        String.format(
            Locale.ROOT,
            "%.0f ms (kept for good: %.0f ms)",
            visible.millis(0.95),
            kept.millis(0.95)),
        "< 1 s");
  }
}
