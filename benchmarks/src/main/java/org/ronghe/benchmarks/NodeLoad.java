package org.ronghe.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Loads a node as many people at once would, and writes what it found.
///
/// Arguments: data folder, organisations in it, users, seconds, folder for results, launcher. The
/// users read lists, single organisations and search results in turn, once as fast as they can and
/// once with a second's thought between pages. Client and node share the machine.
public final class NodeLoad {
  private static final int PORT = 18_090;
  private static final String HEAP = "1g";
  private static final long SEED = 1;

  private final int organisations;
  private final int users;
  private final Duration lasting;
  private final List<NodeRequests> kinds = new ArrayList<>();

  private NodeLoad(int organisations, int users, Duration lasting) {
    this.organisations = organisations;
    this.users = users;
    this.lasting = lasting;
  }

  public static void main(String[] arguments) throws Exception {
    Path data = Path.of(arguments[0]);
    var load =
        new NodeLoad(
            Integer.parseInt(arguments[1]),
            Integer.parseInt(arguments[2]),
            Duration.ofSeconds(Integer.parseInt(arguments[3])));
    load.run(data, Path.of(arguments[4]), Path.of(arguments[5]));
  }

  /// What one kind of request gave.
  private record Phase(String name, Map<NodeRequests, Latencies> by, double seconds) {
    Latencies all() {
      var all = new Latencies();
      by.values().forEach(all::addAll);
      return all;
    }
  }

  private void run(Path data, Path results, Path launcher) throws Exception {
    say("first start");
    Path fresh = data.resolveSibling(data.getFileName() + "-fresh");
    deleteAll(fresh);
    double firstStart = LauncherStart.medianSeconds(launcher, fresh, PORT, 1);
    deleteAll(fresh);
    say("building the index, if it is not there");
    try (var node = NodeProcess.start(data, PORT, HEAP)) {
      awaitIndex(node);
    }
    say("later starts");
    double laterStart = LauncherStart.medianSeconds(launcher, data, PORT, 5);
    var phases = new ArrayList<Phase>();
    double jvm;
    double postgres;
    try (var node = NodeProcess.start(data, PORT, HEAP);
        var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      awaitIndex(node);
      say("signing in");
      List<NodeUser> signedIn = signIn(client, node.port());
      leaveOutWhatIsNotThere(signedIn.getFirst());
      phase("warming up", signedIn, Duration.ZERO);
      phases.add(alone(signedIn.getFirst()));
      phases.add(phase(users + " users, a second's thought", signedIn, Duration.ofSeconds(1)));
      phases.add(phase(users + " users, no thought", signedIn, Duration.ZERO));
      jvm = node.jvmMegabytes();
      postgres = node.postgresMegabytes();
    }
    write(results, phases, firstStart, laterStart, jvm, postgres);
  }

  private void leaveOutWhatIsNotThere(NodeUser user) throws IOException, InterruptedException {
    for (NodeRequests kind : NodeRequests.values()) {
      if (user.get(kind.path(new Random(SEED), organisations)).statusCode() != 404) {
        kinds.add(kind);
      }
    }
  }

  private static void say(String what) {
    System.err.println(Instant.now() + " " + what);
  }

  private List<NodeUser> signIn(HttpClient client, int port)
      throws IOException, InterruptedException {
    var signedIn = new ArrayList<NodeUser>();
    for (int i = 0; i < users; i++) {
      var user = new NodeUser(client, port);
      user.signIn(NodeServer.NAME, NodeServer.PASSWORD);
      signedIn.add(user);
    }
    return signedIn;
  }

  private void awaitIndex(NodeProcess node) throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      var user = new NodeUser(client, node.port());
      user.signIn(NodeServer.NAME, NodeServer.PASSWORD);
      String last = "%s%014d".formatted("9142", organisations);
      for (int i = 0; i < 600; i++) {
        if (user.get("/api/v1/search?q=" + last).body().contains("\"complete\":true")) {
          return;
        }
        Thread.sleep(200);
      }
      throw new IOException("the search index was not built in two minutes");
    }
  }

  /// One user at a time: what a page costs when nobody else asks.
  private Phase alone(NodeUser user) throws IOException, InterruptedException {
    var by = emptyLatencies();
    var random = new Random(SEED);
    long begin = System.nanoTime();
    for (int i = 0; i < 400; i++) {
      ask(user, by, random, i);
    }
    return new Phase("one user", by, (System.nanoTime() - begin) / 1e9);
  }

  private Phase phase(String name, List<NodeUser> signedIn, Duration thought) throws Exception {
    say(name);
    var by = emptyLatencies();
    long begin = System.nanoTime();
    long end = begin + lasting.toNanos();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<?>>();
      for (int i = 0; i < signedIn.size(); i++) {
        NodeUser user = signedIn.get(i);
        int number = i;
        running.add(
            threads.submit(() -> {
              // Mixed, since Random begins much alike from neighbouring seeds: all would ask at
              // once.
              var random = new Random(new SplittableRandom(SEED + number).nextLong());
              Thread.sleep((long) (thought.toMillis() * random.nextDouble()));
              for (int turn = number; System.nanoTime() < end; turn++) {
                ask(user, by, random, turn);
                Thread.sleep((long) (thought.toMillis() * (0.5 + random.nextDouble())));
              }
              return null;
            }));
      }
      for (Future<?> one : running) {
        one.get();
      }
    }
    return new Phase(name, by, (System.nanoTime() - begin) / 1e9);
  }

  private void ask(NodeUser user, Map<NodeRequests, Latencies> by, Random random, int turn)
      throws IOException, InterruptedException {
    NodeRequests kind = kinds.get(turn % kinds.size());
    String path = kind.path(random, organisations);
    long begin = System.nanoTime();
    int status = user.get(path).statusCode();
    Objects.requireNonNull(by.get(kind)).add(System.nanoTime() - begin, status == 200);
  }

  private Map<NodeRequests, Latencies> emptyLatencies() {
    var by = new EnumMap<NodeRequests, Latencies>(NodeRequests.class);
    for (NodeRequests kind : kinds) {
      by.put(kind, new Latencies());
    }
    return by;
  }

  private void write(
      Path results,
      List<Phase> phases,
      double firstStart,
      double laterStart,
      double jvm,
      double postgres)
      throws IOException {
    var page = new StringBuilder();
    page.append("# The node under load\n\n`benchmarks/run node`\n\n");
    page.append(
        String.format(
            Locale.ROOT,
            "%s, %d processors, Java %s. %,d organisations; embedded PostgreSQL, node (heap %s) and"
                + " the %d users on the same machine.%n%n",
            System.getProperty("os.arch"),
            Runtime.getRuntime().availableProcessors(),
            Runtime.version(),
            organisations,
            HEAP,
            users));
    page.append(
        String.format(
            Locale.ROOT,
            "| | |%n|---|---:|%n| first `./ronghe serve` on an empty folder, to the page for"
                + " signing in | %.1f s |%n| later starts with all data, median of 5 | %.1f s |%n|"
                + " memory of the JVM (PSS) | %.0f MB |%n| memory of PostgreSQL (PSS of all its"
                + " processes) | %.0f MB |%n",
            firstStart,
            laterStart,
            jvm,
            postgres));
    var json = new StringBuilder();
    json.append(
        String.format(
            Locale.ROOT,
            "{\"first_start_seconds\": %.2f, \"later_start_seconds\": %.2f, \"jvm_megabytes\":"
                + " %.0f, \"postgres_megabytes\": %.0f, \"organisations\": %d, \"users\": %d,"
                + " \"phases\": {",
            firstStart,
            laterStart,
            jvm,
            postgres,
            organisations,
            users));
    for (Phase phase : phases) {
      page.append("\n## ").append(phase.name()).append("\n\n");
      page.append(
          "| request | count | a second | p50 ms | p95 ms | p99 ms | longest ms | errors |\n");
      page.append("|---|---:|---:|---:|---:|---:|---:|---:|\n");
      json.append(json.toString().endsWith("{") ? "" : ", ")
          .append('"')
          .append(phase.name())
          .append("\": {");
      phase
          .by()
          .forEach((kind, times) -> {
            String name = kind.name().toLowerCase(Locale.ROOT);
            page.append(times.row(name, phase.seconds()));
            json.append('"')
                .append(name)
                .append("\": ")
                .append(times.json(phase.seconds()))
                .append(", ");
          });
      page.append(phase.all().row("all", phase.seconds()));
      json.append("\"all\": ").append(phase.all().json(phase.seconds())).append('}');
    }
    json.append("}}\n");
    Files.createDirectories(results);
    Files.writeString(results.resolve("node.md"), page);
    Files.writeString(results.resolve("node.json"), json);
  }

  private static void deleteAll(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (var files = Files.walk(folder)) {
      files
          .sorted(Comparator.reverseOrder())
          .forEach(file -> {
            try {
              Files.delete(file);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  }
}
