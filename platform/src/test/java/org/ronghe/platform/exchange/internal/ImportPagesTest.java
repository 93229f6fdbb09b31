package org.ronghe.platform.exchange.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ronghe.platform.registry.RegistryNode.as;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.platform.TestBrowser;
import org.ronghe.platform.exchange.ImportRun;
import org.ronghe.platform.exchange.ImportState;
import org.ronghe.platform.exchange.Imports;
import org.ronghe.platform.registry.RegistryNode;
import org.ronghe.platform.web.PageRules;
import org.springframework.jdbc.core.simple.JdbcClient;

@TestInstance(Lifecycle.PER_CLASS)
class ImportPagesTest {
  private final ImportNode node = new ImportNode();
  private final RegistryNode world = node.world;
  private final Imports imports = node.imports;
  private final JdbcClient owner = node.owner;
  @TempDir static Path folder;

  @AfterAll
  void stop() {
    node.close();
  }

  @Test
  void theMarkedCopyIsTheUsersOwnTableWithWhatIsWrongAndThePagesSayTheSame() throws Exception {
    var rows = new ArrayList<List<Object>>();
    rows.add(List.of("title_zh", "work_class", "extra"));
    rows.add(List.of("丙光源", "applied", "mine"));
    rows.add(List.of("丁光源", "炼金术", "mine too"));
    Path file = Workbooks.write(folder.resolve("w.xlsx"), rows);
    ImportRun run =
        node.upload(world.registrar, "achievements", world.university, Files.readAllBytes(file));
    TestBrowser browser = world.node.browser().signIn("registrar");
    for (String language : List.of("zh", "en")) {
      browser.get("/choose/language/" + language);
      PageRules.check(browser.get("/imports"), language.equals("zh") ? "zh-CN" : "en");
      PageRules.check(browser.get("/imports/" + run.id()), language.equals("zh") ? "zh-CN" : "en");
    }
    assertThat(browser.get("/imports/" + run.id()).body()).contains("炼金术").contains("Class");
    Path copy = fetched(browser, "/imports/" + run.id() + "/copy");
    List<List<String>> lines = Workbooks.lines(copy);
    assertThat(lines.get(1)).startsWith("丙光源", "applied", "mine");
    assertThat(lines.get(2)).startsWith("丁光源", "炼金术", "mine too");
    assertThat(lines.get(2).getLast()).contains("炼金术");
    assertThat(Workbooks.lines(fetched(browser, "/imports/" + run.id() + "/copy?wrong=true")))
        .hasSize(2);
    assertThat(Workbooks.lines(fetched(browser, "/imports/template/achievements")).getFirst())
        .contains("Class *");
    TestBrowser stranger = world.node.browser().signIn("other-registrar");
    assertThat(stranger.get("/imports/" + run.id()).statusCode()).isEqualTo(404);
    assertThat(stranger.get("/imports/" + run.id() + "/copy").statusCode()).isEqualTo(404);
  }

  private Path fetched(TestBrowser browser, String path) throws IOException, InterruptedException {
    Path to = folder.resolve("fetched-" + System.nanoTime());
    var client = java.net.http.HttpClient.newHttpClient();
    String cookies =
        java.util.stream.Stream.of("ronghe_session")
            .flatMap(name -> browser.findCookie(name).map(value -> name + "=" + value).stream())
            .collect(java.util.stream.Collectors.joining("; "));
    var answer =
        client.send(
            HttpRequest.newBuilder(world.node.at(path)).header("Cookie", cookies).build(),
            BodyHandlers.ofFile(to));
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return to;
  }

  @Test
  void completeDraftsAreHandedInTogetherAndTheOthersStay() {
    String table =
        "title_zh,work_class,keywords,summary,start,end,secrecy,embodiment,level,contributors,holders\n"
            + "完整的理论,basic,数学,一项理论。,2022-03,2024-12,none,paper,not-evaluated,李华|东湖大学|证明,东湖大学=1\n"
            + "不完整的理论,basic,,,,,,,,,\n";
    ImportRun run =
        node.upload(
            world.registrar,
            "achievements",
            world.university,
            table.getBytes(StandardCharsets.UTF_8));
    as(world.registrar, () -> imports.take(run.id()));
    assertThat(node.settled(world.registrar, run.id()).counts().taken()).isEqualTo(2);
    TestBrowser browser = world.node.browser().signIn("registrar");
    assertThat(browser.post("/imports/" + run.id() + "/submit").statusCode()).isEqualTo(303);
    assertThat(
            owner
                .sql(
                    "SELECT title || ' ' || state FROM achievement WHERE import_run = :run ORDER BY"
                        + " id")
                .param("run", run.id())
                .query(String.class)
                .list())
        .containsExactly("完整的理论 submitted", "不完整的理论 draft");
  }

  @Test
  void aFileThatIsNoTableIsAnsweredWithASentence() {
    ImportRun run =
        node.upload(
            world.registrar,
            "achievements",
            world.university,
            "no,such,columns\n1,2,3\n".getBytes(StandardCharsets.UTF_8));
    assertThat(run.state()).isEqualTo(ImportState.UNREADABLE);
    assertThat(run.problem()).contains("work_class");
    assertThat(
            as(
                    world.registrar,
                    () -> {
                      imports.drop(run.id());
                      return imports.find(run.id()).orElseThrow();
                    })
                .state())
        .isEqualTo(ImportState.DROPPED);
  }
}
