package org.ronghe.benchmarks;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The public catalogue as so many people would read it who have not signed in, each with a
/// second's thought between pages. Client and node share the machine.
///
/// Arguments: data folder of a node with achievements; users; seconds.
public final class CatalogueLoad {
  private static final Pattern ID = Pattern.compile("\"achievement\":(\\d+)");
  private static final Pattern NUMBER = Pattern.compile("\"number\":\"([^\"]+)\"");

  /// What is asked for, by what it is called.
  private final Map<String, List<String>> paths = new LinkedHashMap<>();

  private CatalogueLoad() {}

  public static void main(String[] arguments) throws Exception {
    Path data = Path.of(arguments[0]).toAbsolutePath();
    int users = Integer.parseInt(arguments[1]);
    var lasting = Duration.ofSeconds(Integer.parseInt(arguments[2]));
    try (var node = NodeProcess.start(data, 0, "1g");
        var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      var load = new CatalogueLoad();
      load.choose(new NodeUser(client, node.port()));
      new PageLoad(load.paths, PageLoad.strangers(client, node.port(), users)).run(lasting, node);
    }
  }

  /// Finds out what there is to ask for, once what is public can be found.
  private void choose(NodeUser user) throws IOException, InterruptedException {
    String newest = user.get("/api/v1/catalogue?sort=id:desc&per_page=200").body();
    var details = new ArrayList<String>();
    var ids = ID.matcher(newest);
    while (ids.find()) {
      details.add("/catalogue/" + ids.group(1));
    }
    var number = NUMBER.matcher(newest);
    if (!number.find()) {
      throw new IOException("nothing is public: " + newest);
    }
    String path = "/api/v1/catalogue?q=" + number.group(1);
    for (int i = 0; i < 1200 && !user.get(path).body().contains(number.group(1)); i++) {
      Thread.sleep(200);
    }
    paths.put("catalogue", List.of("/catalogue"));
    paths.put("by title", List.of("/catalogue?sort=title"));
    paths.put(
        "narrowed",
        List.of(
            "/catalogue?class=applied&year=2003",
            "/catalogue?industry=C1325",
            "/catalogue?trl=6&class=basic",
            "/catalogue?organisation=" + NodeUser.encoded("第7研究院")));
    paths.put(
        "search",
        List.of(
            "/catalogue?q=" + NodeUser.encoded("激光电池"),
            "/catalogue?q=" + NodeUser.encoded("合金育种"),
            "/catalogue?q=" + NodeUser.encoded("氢能") + "&class=applied"));
    paths.put("places", List.of("/catalogue/places"));
    paths.put("detail", details);
  }
}
