package org.ronghe.benchmarks;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Pages read by many at once, each with a second's thought between pages.
final class PageLoad {
  private static final Duration WARMING = Duration.ofSeconds(20);
  private static final String OVERALL = "**all**";

  private final Map<String, List<String>> paths;
  private final List<NodeUser> users;

  /// @param paths what is asked for, by what it is called
  PageLoad(Map<String, List<String>> paths, List<NodeUser> users) {
    this.paths = new LinkedHashMap<>(paths);
    this.users = List.copyOf(users);
  }

  /// People who have not signed in.
  static List<NodeUser> strangers(HttpClient client, int port, int count) {
    var users = new ArrayList<NodeUser>();
    for (int i = 0; i < count; i++) {
      users.add(new NodeUser(client, port));
    }
    return users;
  }

  /// Reads for so long after some warming, and prints a row for each kind of page.
  ///
  /// @throws IllegalStateException if an answer was no page
  void run(Duration lasting, NodeProcess node)
      throws InterruptedException, ExecutionException, java.io.IOException {
    read(WARMING);
    Map<String, Latencies> took = read(lasting);
    var all = new Latencies();
    took.values().forEach(all::addAll);
    took.put(OVERALL, all);
    took.forEach((name, one) -> System.out.print(one.row(name, (double) lasting.toSeconds())));
    System.out.printf(
        Locale.ROOT,
        "%nMemory afterwards: the node %.0f MB, its PostgreSQL %.0f MB (shared pages counted"
            + " once).%n",
        node.jvmMegabytes(),
        node.postgresMegabytes());
    if (all.errors() > 0) {
      throw new IllegalStateException(all.errors() + " answers were no pages");
    }
  }

  private Map<String, Latencies> read(Duration lasting)
      throws InterruptedException, ExecutionException {
    var took = new LinkedHashMap<String, Latencies>();
    paths.keySet().forEach(name -> took.put(name, new Latencies()));
    List<String> names = List.copyOf(paths.keySet());
    long end = System.nanoTime() + lasting.toNanos();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<?>>();
      for (int place = 0; place < users.size(); place++) {
        // Mixed, since Random begins much alike from neighbouring seeds: all would ask at once.
        var random = new Random(new SplittableRandom(place).nextLong());
        NodeUser user = users.get(place);
        running.add(
            threads.submit(() -> {
              Thread.sleep(random.nextInt(1000));
              while (System.nanoTime() < end) {
                String name = names.get(random.nextInt(names.size()));
                List<String> choice = paths.getOrDefault(name, List.of());
                String path = choice.get(random.nextInt(choice.size()));
                long before = System.nanoTime();
                boolean good = user.get(path).statusCode() == 200;
                took.getOrDefault(name, new Latencies()).add(System.nanoTime() - before, good);
                Thread.sleep(1000);
              }
              return null;
            }));
      }
      for (Future<?> one : running) {
        one.get();
      }
    }
    return took;
  }
}
