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

/// The lists of the bureau's officers as so many of them would read them at once, each with a
/// second's thought between pages. Client and node share the machine.
///
/// Arguments: data folder of a node with achievements, some of which wait for a decision; users;
/// seconds.
public final class DeskLoad {
  private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");

  private DeskLoad() {}

  public static void main(String[] arguments) throws Exception {
    Path data = Path.of(arguments[0]).toAbsolutePath();
    int count = Integer.parseInt(arguments[1]);
    var lasting = Duration.ofSeconds(Integer.parseInt(arguments[2]));
    try (var node = NodeProcess.start(data, 0, "1g");
        var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      List<NodeUser> users = PageLoad.strangers(client, node.port(), count);
      for (NodeUser user : users) {
        user.signIn(NodeServer.NAME, NodeServer.PASSWORD);
      }
      new PageLoad(paths(users.getFirst()), users).run(lasting, node);
    }
  }

  private static Map<String, List<String>> paths(NodeUser user)
      throws IOException, InterruptedException {
    List<String> waiting = details(user, "state:submitted");
    List<String> registered = details(user, "state:registered");
    if (waiting.isEmpty() || registered.isEmpty()) {
      throw new IOException("nothing waits for a decision, or nothing is registered");
    }
    var paths = new LinkedHashMap<String, List<String>>();
    paths.put("all achievements", List.of("/achievements"));
    paths.put("the queue", List.of("/achievements?state=submitted&sort=due"));
    paths.put(
        "narrowed",
        List.of(
            "/achievements?state=registered&class=soft",
            "/achievements?state=draft",
            "/achievements?filter=" + NodeUser.encoded("registered:2003-01-01..2003-06-30"),
            "/achievements?sort=title"));
    paths.put(
        "title holds",
        List.of(
            "/achievements?q=" + NodeUser.encoded("激光电池"),
            "/achievements?q=" + NodeUser.encoded("合金育种遥感"),
            "/achievements?q=" + NodeUser.encoded("方法"),
            "/achievements?q=" + NodeUser.encoded("没有这个"),
            "/achievements?state=submitted&q=" + NodeUser.encoded("激光")));
    paths.put("waiting: detail", waiting);
    paths.put("registered: detail", registered);
    paths.put("to decide", waiting.stream().map(path -> path + "/decide").toList());
    return paths;
  }

  private static List<String> details(NodeUser user, String filter)
      throws IOException, InterruptedException {
    String page =
        user.get("/api/v1/achievements?per_page=200&filter=" + NodeUser.encoded(filter)).body();
    var details = new ArrayList<String>();
    var ids = ID.matcher(page);
    while (ids.find()) {
      details.add("/achievements/" + ids.group(1));
    }
    return details;
  }
}
