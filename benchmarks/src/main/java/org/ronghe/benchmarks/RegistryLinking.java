package org.ronghe.benchmarks;

import static org.ronghe.benchmarks.RegistryServer.asNode;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ronghe.platform.registry.Achievements;
import org.ronghe.platform.registry.FilledForm;
import org.ronghe.platform.registry.NewAchievement;
import org.ronghe.platform.registry.RegistrationNumber;
import org.ronghe.platform.registry.WorkClass;

/// The last thousand achievements of one organisation beside the first; then some more of many
/// organisations, so that the catalogue has something to choose from, and some that wait for a
/// decision.
///
/// Arguments: data folder, which is made if need be; achievements linked to one organisation.
public final class RegistryLinking {
  private static final int BATCH = 1000;
  private static final int OTHERS = 300;
  private static final int OF_EACH_OTHER = 50;
  private static final int WAITING = 1000;
  private static final List<WorkClass> CLASSES = List.of(WorkClass.values());

  private final RegistryServer node;

  private RegistryLinking(RegistryServer node) {
    this.node = node;
  }

  public static void main(String[] arguments) throws Exception {
    try (var node = RegistryServer.start(Path.of(arguments[0]))) {
      int linked = Integer.parseInt(arguments[1]);
      var linking = new RegistryLinking(node);
      linking.linkMany(linked);
      linking.spread(linked);
      linking.handIn();
    }
  }

  private void linkMany(int count) {
    long keeper = node.organisation("关联大学", 30.5, 114.4);
    var seconds = new ArrayList<Double>();
    for (int from = 0; from < count; from += BATCH) {
      var batch = new ArrayList<NewAchievement>();
      for (int i = from; i < from + BATCH; i++) {
        batch.add(achievement(keeper, i));
      }
      long before = System.nanoTime();
      enter(batch);
      seconds.add((System.nanoTime() - before) / 1e9);
    }
    // The first batch pays for what is compiled and read for the first time.
    double first = average(seconds.subList(1, 4));
    double last = average(seconds.subList(seconds.size() - 3, seconds.size()));
    System.out.printf(
        Locale.ROOT,
        "linking %,d achievements to one organisation: %.3f s the second to fourth thousand, %.3f s"
            + " each of the last three thousand, ratio %.2f%n",
        count,
        first,
        last,
        last / first);
  }

  private static double average(List<Double> seconds) {
    return seconds.stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }

  private void spread(int from) {
    int next = from;
    var batch = new ArrayList<NewAchievement>();
    for (int other = 0; other < OTHERS; other++) {
      double angle = other * 2.4; // the golden angle, about: spreads without a pattern
      double away = 0.01 * Math.sqrt(other);
      long keeper =
          node.organisation(
              "第" + other + "研究院", 30.5 + away * Math.sin(angle), 114.4 + away * Math.cos(angle));
      for (int i = 0; i < OF_EACH_OTHER; i++) {
        batch.add(achievement(keeper, next++));
      }
      if (batch.size() >= BATCH) {
        enter(batch);
        batch.clear();
      }
    }
    enter(batch);
  }

  private void handIn() {
    long keeper = node.organisation("送审大学", 30.5, 114.4);
    var batch = new ArrayList<NewAchievement>();
    for (int i = 0; i < WAITING; i++) {
      batch.add(new NewAchievement(keeper, complete(i), null, null));
    }
    List<NewAchievement> given = List.copyOf(batch);
    Achievements achievements = node.part(Achievements.class);
    for (long id : asNode(() -> achievements.createAll(given))) {
      asNode(() -> achievements.submit(id, 1));
    }
  }

  /// A form with which nothing is wrong.
  private static FilledForm complete(int number) {
    var values = new LinkedHashMap<>(common(number + 9_000_000, CLASSES.getFirst()));
    values.putAll(
        Map.of(
            "start", "2022-03",
            "end", "2024-12",
            "secrecy", "none",
            "origin", "original",
            "embodiment", "equipment",
            "stage", "middle",
            "contributor.0.part", "设计",
            "trl_level", "1",
            "trl_on", "2024-11-30"));
    values.putAll(Map.of("industry", "C3976", "trl_assessor", "评估中心", "trl_evidence.1", "论文"));
    return new FilledForm(values);
  }

  private void enter(List<NewAchievement> batch) {
    List<NewAchievement> given = List.copyOf(batch);
    asNode(() -> node.part(Achievements.class).createAll(given));
  }

  private static NewAchievement achievement(long keeper, int number) {
    WorkClass workClass = CLASSES.get(number % CLASSES.size());
    int year = 2000 + number / 9000;
    return new NewAchievement(
        keeper,
        new FilledForm(common(number + 7_000_000, workClass)),
        new NewAchievement.Registration(
            RegistrationNumber.of("991", year, workClass, 1 + number % 9000),
            LocalDate.of(year, 1, 1).plusDays(number % 365)),
        null);
  }

  private static Map<String, String> common(int number, WorkClass workClass) {
    var values = new LinkedHashMap<String, String>();
    values.put("title_zh", RegistryTitles.of(number));
    values.put("work_class", workClass.code());
    values.put("keywords", RegistryTitles.of(number % 500).substring(0, 4) + ";光学");
    values.put("summary", "本项工作解决了第%d类问题，已在两家单位试用。".formatted(number % 5000).repeat(4));
    values.put("industry", "C%04d".formatted(1311 + number % 60));
    values.put("level", "not-evaluated");
    values.put("openness", "public");
    values.put("trl_level", Integer.toString(1 + number % 9));
    values.putAll(
        Map.of(
            "contributor.0.name", "李华",
            "contributor.0.organisation", "关联大学",
            "holder.0.name", "关联大学",
            "holder.0.share", "1"));
    return values;
  }
}
