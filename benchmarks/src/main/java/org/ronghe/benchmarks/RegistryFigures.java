package org.ronghe.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.ronghe.platform.Node;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.access.Actors;
import org.ronghe.platform.configuration.ConfigurationSources;
import org.ronghe.platform.configuration.NodeConfiguration;
import org.ronghe.platform.exchange.ImportRun;
import org.ronghe.platform.exchange.Imports;
import org.ronghe.platform.facts.Names;
import org.ronghe.platform.facts.NewOrganisation;
import org.ronghe.platform.facts.OrganisationKind;
import org.ronghe.platform.facts.OrganisationProfile;
import org.ronghe.platform.facts.Organisations;
import org.ronghe.platform.facts.Place;
import org.ronghe.platform.jobs.Jobs;
import org.ronghe.platform.registry.Achievement;
import org.ronghe.platform.registry.AchievementState;
import org.ronghe.platform.registry.Achievements;
import org.ronghe.platform.registry.FilledForm;
import org.ronghe.platform.registry.NewAchievement;
import org.ronghe.platform.registry.RegistrationNumber;
import org.ronghe.platform.registry.WorkClass;
import org.ronghe.platform.search.Search;
import org.ronghe.platform.search.SearchDocument;
import org.ronghe.platform.search.SearchKind;
import org.ronghe.platform.search.SearchRequest;
import org.ronghe.platform.text.Language;
import org.ronghe.platform.web.ListQuery;

/// What registering costs when there is much already: an import of many rows, and the last thousand
/// achievements of one organisation beside the first.
///
/// Arguments: an empty data folder, rows of the import, achievements linked to one organisation; 0
/// leaves a part out. The database is the node's own with its usual durability; audit, search
/// outbox and duplicates' keys are written as always. Checks its own answers: every row is there
/// once.
public final class RegistryFigures {
  private static final int BATCH = 1000;
  private static final int FACTS_EACH = 6;
  private static final Actor NODE = Actor.system("benchmark");

  private final Node node;

  private RegistryFigures(Node node) {
    this.node = node;
  }

  public static void main(String[] arguments) throws Exception {
    Path data = Path.of(arguments[0]);
    Files.createDirectories(data);
    var sources =
        new ConfigurationSources(
            Map.of("port", "0", "data", data.toString()), Map.of(), data.resolve("home"), false);
    try (Node node = Node.start(NodeConfiguration.read(sources, Language.ENGLISH))) {
      var figures = new RegistryFigures(node);
      int rows = Integer.parseInt(arguments[1]);
      int linked = Integer.parseInt(arguments[2]);
      if (rows > 0) {
        figures.importRows(rows);
      }
      if (linked > 0) {
        figures.linkMany(linked);
        figures.read(50, 20);
      }
    }
  }

  private static <T> T asNode(Supplier<T> work) {
    return Actors.getAs(NODE, work);
  }

  private long organisation(String name) {
    return asNode(() ->
        node.part(Organisations.class)
            .create(
                new NewOrganisation(
                    new OrganisationProfile(
                        new Names(name, ""),
                        OrganisationKind.UNIVERSITY,
                        new Place("CN", "江城", "东区", 30.5, 114.4),
                        "",
                        "active"),
                    List.of(),
                    null))
            .id());
  }

  private void importRows(int rows) throws InterruptedException, IOException {
    long keeper = organisation("导入大学");
    Imports imports = node.part(Imports.class);
    byte[] table = table(rows);
    long before = System.nanoTime();
    long run =
        asNode(() ->
                imports.upload("achievements", keeper, "many.csv", new ByteArrayInputStream(table)))
            .id();
    ImportRun checked = settled(run);
    double checkSeconds = (System.nanoTime() - before) / 1e9;
    if (checked.counts().right() != rows) {
      throw new IllegalStateException(
          "wrong rows: " + checked.counts() + asNode(() -> imports.faults(run, 3)));
    }
    before = System.nanoTime();
    asNode(() -> imports.take(run));
    ImportRun taken = settled(run);
    double takeSeconds = (System.nanoTime() - before) / 1e9;
    if (taken.counts().taken() != rows) {
      throw new IllegalStateException("not every row was taken: " + taken.counts());
    }
    long used = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    System.out.printf(
        Locale.ROOT,
        "import of %,d achievements (%d contributors, 2 holders, 1 patent, readiness each; %.0f"
            + " MB): checked in %.1f s (%,.0f rows/s), entered in %.1f s (%,.0f rows/s), both %,.0f"
            + " rows/s; heap in use after %d MB of %d MB%n",
        rows,
        FACTS_EACH / 2,
        table.length / 1e6,
        checkSeconds,
        rows / checkSeconds,
        takeSeconds,
        rows / takeSeconds,
        rows / (checkSeconds + takeSeconds),
        used >> 20,
        Runtime.getRuntime().maxMemory() >> 20);
  }

  private static byte[] table(int rows) {
    var text = new StringBuilder();
    text.append(
        "title_zh,work_class,keywords,summary,industry,start,end,secrecy,origin,embodiment,level,stage,contributors,holders,rights,trl_level,trl_on,trl_assessor,trl_evidence\n");
    for (int i = 0; i < rows; i++) {
      text.append(title(i))
          .append(",applied,光学;激光,第")
          .append(i)
          .append("项工作的简介，用于测量。,C3976,2022-03,2024-12,none,original,")
          .append("equipment,not-evaluated,middle,")
          .append("李华|导入大学|设计;王敏|导入大学|试验;张伟|导入大学|数据,导入大学=2/3;李华=1/3,论文|X")
          .append(i)
          .append("||granted,3,2024-11-30,评估中心,1=论文;2=方案;3=记录\n");
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /// Names that differ as names do: the number in Chinese signs, so that pairs of them are shared
  /// by some and not by all.
  private static String title(int number) {
    var title = new StringBuilder();
    for (int left = number + 100_000; left > 0; left /= 16) {
      title.append("激光电池机床药物监测传感合金育种遥感封装桥梁氢能水质芯片隔膜主轴", left % 16 * 2, left % 16 * 2 + 2);
    }
    return title.append("方法").toString();
  }

  private ImportRun settled(long run) throws InterruptedException {
    Imports imports = node.part(Imports.class);
    Jobs jobs = node.part(Jobs.class);
    while (true) {
      ImportRun now = asNode(() -> imports.find(run)).orElseThrow();
      Long job = now.job();
      if (job != null && !asNode(() -> jobs.get(job)).state().open()) {
        return asNode(() -> imports.find(run)).orElseThrow();
      }
      Thread.sleep(20);
    }
  }

  private void linkMany(int count) {
    long keeper = organisation("关联大学");
    Achievements achievements = node.part(Achievements.class);
    var seconds = new ArrayList<Double>();
    for (int from = 0; from < count; from += BATCH) {
      var batch = new ArrayList<NewAchievement>();
      for (int i = from; i < from + BATCH; i++) {
        batch.add(linked(keeper, i));
      }
      long before = System.nanoTime();
      asNode(() -> achievements.createAll(batch));
      seconds.add((System.nanoTime() - before) / 1e9);
    }
    // The first batch pays for what is compiled and read for the first time.
    double first =
        seconds.subList(1, 4).stream().mapToDouble(Double::doubleValue).average().orElse(0);
    int size = seconds.size();
    double last =
        seconds.subList(size - 3, size).stream()
            .mapToDouble(Double::doubleValue)
            .average()
            .orElse(0);
    System.out.printf(
        Locale.ROOT,
        "linking %,d achievements to one organisation: %.3f s the second to fourth thousand, %.3f s"
            + " each of the last three thousand, ratio %.2f%n",
        count,
        first,
        last,
        last / first);
  }

  private static NewAchievement linked(long keeper, int number) {
    var values = new LinkedHashMap<String, String>();
    values.put("title_zh", title(number + 7_000_000));
    values.put("work_class", "applied");
    values.put("openness", "public");
    values.put("contributor.0.name", "李华");
    values.put("contributor.0.organisation", "关联大学");
    values.put("holder.0.name", "关联大学");
    values.put("holder.0.share", "1");
    int year = 2000 + number / 9000;
    return new NewAchievement(
        keeper,
        new FilledForm(values),
        new NewAchievement.Registration(
            RegistrationNumber.of("991", year, WorkClass.APPLIED, 1 + number % 9000),
            LocalDate.of(year, 6, 1)),
        null);
  }

  /// Reads the public catalogue as so many people would, each with a second's thought between
  /// pages.
  private void read(int users, int seconds) throws InterruptedException, ExecutionException {
    List<Long> ids =
        asNode(() ->
            node
                .part(Achievements.class)
                .list(new ListQuery("", "state:registered", "id:desc", null, 200))
                .results()
                .stream()
                .map(Achievement::id)
                .toList());
    List<String> pages =
        List.of(
            "/catalogue",
            "/catalogue?class=applied&year=2003",
            "/catalogue?q=" + URLEncoder.encode("激光电池", StandardCharsets.UTF_8),
            "/catalogue?sort=title");
    waitForTheIndex(ids.getFirst());
    var millis = new ConcurrentLinkedQueue<Double>();
    var failed = new AtomicInteger();
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    try (var client = HttpClient.newHttpClient();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<?>>();
      for (int user = 0; user < users; user++) {
        // Mixed, since Random begins much alike from neighbouring seeds: all would ask at once.
        var random = new Random(new SplittableRandom(user).nextLong());
        running.add(
            threads.submit(() -> {
              Thread.sleep(random.nextInt(1000));
              while (System.nanoTime() < end) {
                int choice = random.nextInt(pages.size() + 2);
                String page =
                    choice < pages.size()
                        ? pages.get(choice)
                        : "/catalogue/" + ids.get(random.nextInt(ids.size()));
                long before = System.nanoTime();
                var answer =
                    client.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + node.port() + page))
                            .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
                millis.add((System.nanoTime() - before) / 1e6);
                if (answer.statusCode() != 200) {
                  failed.incrementAndGet();
                }
                Thread.sleep(1000);
              }
              return null;
            }));
      }
      for (Future<?> one : running) {
        one.get();
      }
    }
    List<Double> sorted = millis.stream().sorted().toList();
    System.out.printf(
        Locale.ROOT,
        "catalogue, search and detail with %d users: %,d requests in %d s, %d failed, median %.1f"
            + " ms, p99 %.1f ms, slowest %.1f ms%n",
        users,
        sorted.size(),
        seconds,
        failed.get(),
        sorted.get(sorted.size() / 2),
        sorted.get(sorted.size() * 99 / 100),
        sorted.getLast());
  }

  /// The index follows the database; until it has, it would be measured as well.
  private void waitForTheIndex(long newest) throws InterruptedException {
    Search search = node.part(Search.class);
    String number =
        asNode(() -> node.part(Achievements.class).find(newest)).orElseThrow().state()
                instanceof AchievementState.Registered registered
            ? registered.number().text()
            : "";
    var request =
        new SearchRequest(
            number, Set.of(SearchKind.ACHIEVEMENT), 0, 1, Set.of(SearchDocument.PUBLIC));
    for (int i = 0; i < 1200 && search.find(request).hits().isEmpty(); i++) {
      Thread.sleep(100);
    }
  }
}
