package org.ronghe.benchmarks;

import static org.ronghe.benchmarks.RegistryServer.asNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.ronghe.match.index.MatchDocument;
import org.ronghe.platform.matching.MatchRequest;
import org.ronghe.platform.matching.Matching;
import org.ronghe.platform.registry.Achievements;
import org.ronghe.platform.registry.FilledForm;
import org.ronghe.platform.registry.NewAchievement;
import org.ronghe.platform.registry.RegistrationNumber;
import org.ronghe.platform.registry.WorkClass;

/// From achievements in the node's database to an index of matching that finds them, embedding
/// included.
///
/// Arguments: abstracts to draw texts after; data folder; `fill N` to register so many public
/// achievements and leave the index away, or `index N` to start the node on them and wait until
/// nothing is left to index, as after a restore.
final class NodeIndexing {
  private static final int SEED = 7;
  private static final int BATCH = 1000;
  private static final List<WorkClass> CLASSES = List.of(WorkClass.values());
  private static final int A_YEAR = 9000;
  private static final int TOLD_EVERY = 10_000;

  private final MatchTexts texts;
  private final Path data;
  private final int count;

  private NodeIndexing(MatchTexts texts, Path data, int count) {
    this.texts = texts;
    this.data = data;
    this.count = count;
  }

  public static void main(String[] arguments) throws Exception {
    var texts = new MatchTexts(Path.of(arguments[0]));
    var indexing = new NodeIndexing(texts, Path.of(arguments[1]), Integer.parseInt(arguments[3]));
    switch (arguments[2]) {
      case "fill" -> indexing.fill();
      case "index" -> indexing.index();
      default -> throw new IllegalArgumentException(arguments[2]);
    }
  }

  private void fill() throws IOException {
    var random = new SplittableRandom(SEED);
    try (var node = RegistryServer.start(data)) {
      Achievements achievements = node.part(Achievements.class);
      long keeper = node.organisation("大学", 30.5, 114.4);
      for (int from = 0; from < count; from += BATCH) {
        var batch = new ArrayList<NewAchievement>();
        for (int i = from; i < Math.min(count, from + BATCH); i++) {
          batch.add(registered(keeper, texts.achievement(random, i), i));
        }
        List<NewAchievement> given = List.copyOf(batch);
        asNode(() -> achievements.createAll(given));
      }
    }
    forget();
  }

  private static NewAchievement registered(long keeper, MatchDocument text, int number) {
    WorkClass workClass = CLASSES.get(number % CLASSES.size());
    int year = 2000 + number / A_YEAR;
    var form =
        new FilledForm(
            Map.of(
                "title_zh", text.title(),
                "work_class", workClass.code(),
                "summary", text.text(),
                "openness", "public",
                "contributor.0.name", "李华",
                "contributor.0.organisation", "大学",
                "holder.0.name", "大学",
                "holder.0.share", "1"));
    return new NewAchievement(
        keeper,
        form,
        new NewAchievement.Registration(
            RegistrationNumber.of("991", year, workClass, 1 + number % A_YEAR),
            LocalDate.of(year, 1, 1).plusDays(number % 365)),
        null);
  }

  /// Leaves the index away that was begun while the achievements were entered.
  private void forget() throws IOException {
    Path index = data.resolve("matching");
    if (Files.exists(index)) {
      try (var files = Files.walk(index)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private void index() throws IOException, InterruptedException {
    MatchDocument last = lastEntered();
    long begin = System.nanoTime();
    long beginCpu = MatchSpeed.processCpuNanos();
    try (var node = RegistryServer.start(data)) {
      var matching = node.part(Matching.class);
      double most = awaitIndex(matching, begin);
      double seconds = (System.nanoTime() - begin) / 1e9;
      double cpuSeconds = (MatchSpeed.processCpuNanos() - beginCpu) / 1e9;
      var need = new MatchRequest(last.title(), last.text(), "", 1, 0);
      String first = asNode(() -> matching.find(need)).offers().getFirst().offer().title().zh();
      if (!first.equals(last.title())) {
        throw new IllegalStateException("not found: " + last.title());
      }
      System.gc();
      Runtime jvm = Runtime.getRuntime();
      MatchSpeed.row(
          String.format(
              Locale.ROOT, "a node's %,d achievements, from its database to searchable", count),
          String.format(Locale.ROOT, "%.1f min, %,.0f CPU s", seconds / 60, cpuSeconds),
          "100,000 < 60 min");
      MatchSpeed.row(
          "memory of the node meanwhile, its PostgreSQL apart",
          String.format(
              Locale.ROOT,
              "at most %,.0f MB; %,d MB of heap held at the end",
              most,
              (jvm.totalMemory() - jvm.freeMemory()) >> 20),
          "");
    }
  }

  private MatchDocument lastEntered() {
    var random = new SplittableRandom(SEED);
    for (int i = 0; i < count - 1; i++) {
      texts.achievement(random, i);
    }
    return texts.achievement(random, count - 1);
  }

  /// Waits until nothing is left to index.
  ///
  /// @return the most memory that the node's own process had, in megabytes
  private static double awaitIndex(Matching matching, long begin)
      throws IOException, InterruptedException {
    double most = 0;
    long told = Long.MAX_VALUE;
    boolean begun = false;
    while (true) {
      long left = asNode(matching::health).waiting();
      begun |= left > 0;
      if (begun && left == 0) {
        return most;
      }
      most = Math.max(most, NodeProcess.megabytes(ProcessHandle.current().pid()));
      if (left / TOLD_EVERY < told) {
        told = left / TOLD_EVERY;
        System.err.printf("%.0f s: %,d wait%n", (System.nanoTime() - begin) / 1e9, left);
      }
      Thread.sleep(500);
    }
  }
}
