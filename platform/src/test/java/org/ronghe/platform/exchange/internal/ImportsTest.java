package org.ronghe.platform.exchange.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ronghe.platform.registry.RegistryNode.as;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.platform.TestBrowser;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.exchange.ImportFault;
import org.ronghe.platform.exchange.ImportRun;
import org.ronghe.platform.exchange.ImportState;
import org.ronghe.platform.exchange.Imports;
import org.ronghe.platform.jobs.Jobs;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.registry.RegistryNode;
import org.ronghe.platform.web.ListQuery;
import org.ronghe.platform.web.PageRules;
import org.springframework.jdbc.core.simple.JdbcClient;

@TestInstance(Lifecycle.PER_CLASS)
class ImportsTest {
  private static final String ORCID = "0000-0002-1694-233X";
  private static final String HEADER = "成果名称,成果类别,关键词,完成人,权利人,研究起始日期,研究终止日期,技术成熟度等级\r\n";

  private final RegistryNode world = new RegistryNode();
  private final Imports imports = world.node.part(Imports.class);
  private final JdbcClient owner = JdbcClient.create(world.database.owner());
  @TempDir static Path folder;

  @AfterAll
  void stop() {
    world.close();
  }

  private ImportRun upload(Actor actor, String kind, @Nullable Long organisation, byte[] content) {
    ImportRun run =
        as(
            actor,
            () -> imports.upload(kind, organisation, "表.csv", new ByteArrayInputStream(content)));
    return settled(actor, run.id());
  }

  private ImportRun settled(Actor actor, long run) {
    Jobs jobs = world.node.part(Jobs.class);
    return as(
        actor,
        () -> {
          for (int i = 0; i < 1200; i++) {
            ImportRun now = imports.find(run).orElseThrow();
            Long job = now.job();
            if (job != null && !jobs.get(job).state().open()) {
              return imports.find(run).orElseThrow();
            }
            try {
              Thread.sleep(50);
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
          }
          throw new AssertionError("the job of import " + run + " does not end");
        });
  }

  private static byte[] rows(int count, String marker) {
    var text = new StringBuilder(HEADER);
    for (int i = 0; i < count; i++) {
      text.append(marker)
          .append(i)
          .append(",应用技术类,光学;激光,李华|东湖大学|设计;王敏|东湖大学|试验,东湖大学=2/3;李华=1/3,2022-03,2024-12,\r\n");
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private long achievements(long run) {
    return owner
        .sql("SELECT count(*) FROM achievement WHERE import_run = :run")
        .param("run", run)
        .query(Long.class)
        .single();
  }

  @Test
  void everyWrongCellIsNamedBeforeAnythingIsEnteredAndTheRightRowsAreTaken() {
    String table =
        HEADER
            + "甲光源,应用技术类,光学,李华|东湖大学|设计,东湖大学=1,2022-03,2024-12,\r\n"
            + "乙光源,炼金术,a;b;c;d,李华,东湖大学=1/2,2022-13,2024-12,12\r\n"
            + ",应用技术类,光学,李华,东湖大学=1,2022-03,2024-12,\r\n";
    ImportRun run =
        upload(
            world.registrar,
            "achievements",
            world.university,
            table.getBytes(Charset.forName("GB18030")));
    assertThat(run.state()).isEqualTo(ImportState.CHECKED);
    assertThat(run.counts()).isEqualTo(new ImportRun.Counts(3, 2, 0));
    List<ImportFault> faults = as(world.registrar, () -> imports.faults(run.id(), 100));
    assertThat(faults.stream().map(fault -> fault.line() + " " + fault.column()))
        .containsExactlyInAnyOrder(
            "3 work_class", "3 keywords", "3 holders", "3 start", "3 trl_level", "4 title_zh");
    assertThat(achievements(run.id())).isZero();
    as(world.registrar, () -> imports.take(run.id()));
    ImportRun taken = settled(world.registrar, run.id());
    assertThat(taken.state()).isEqualTo(ImportState.TAKEN);
    assertThat(taken.counts().taken()).isEqualTo(1);
    assertThat(
            as(
                    world.registrar,
                    () ->
                        world.achievements.list(
                            new ListQuery("", "import:" + run.id(), "", null, 10)))
                .results()
                .getFirst()
                .form()
                .value("contributor.0.part"))
        .isEqualTo("设计");
    assertThatThrownBy(() -> as(world.officer, () -> imports.undo(run.id())))
        .as("another's import is read, not taken back")
        .isInstanceOfSatisfying(
            NodeProblem.class,
            problem -> assertThat(problem.code()).isEqualTo(ProblemCode.NOT_ALLOWED));
    assertThat(as(world.registrar, () -> imports.undo(run.id()))).isEqualTo(1);
    assertThat(achievements(run.id())).isZero();
  }

  @Test
  void theSameFileIsNotEnteredTwiceAndWorkedOnRowsStayWhenItIsTakenBack() {
    byte[] table = rows(3, "重复");
    ImportRun run = upload(world.registrar, "achievements", world.university, table);
    as(world.registrar, () -> imports.take(run.id()));
    settled(world.registrar, run.id());
    assertThatThrownBy(() -> upload(world.registrar, "achievements", world.university, table))
        .isInstanceOfSatisfying(
            NodeProblem.class,
            problem -> assertThat(problem.code()).isEqualTo(ProblemCode.CONFLICT));
    long one =
        owner
            .sql("SELECT min(id) FROM achievement WHERE import_run = :run")
            .param("run", run.id())
            .query(Long.class)
            .single();
    as(
        world.registrar,
        () ->
            world.achievements.save(
                one, world.achievements.find(one).orElseThrow().form().with("summary", "有用"), 1));
    assertThat(as(world.registrar, () -> imports.undo(run.id()))).isEqualTo(2);
    assertThat(achievements(run.id())).isEqualTo(1);
  }

  @Test
  void anImportThatWasBrokenOffGoesOnAndNothingIsDoubled() {
    ImportRun run = upload(world.registrar, "achievements", world.university, rows(2000, "中断"));
    as(world.registrar, () -> imports.take(run.id()));
    Jobs jobs = world.node.part(Jobs.class);
    as(
        world.registrar,
        () -> {
          Long job = imports.find(run.id()).orElseThrow().job();
          try {
            jobs.cancel(job == null ? 0 : job);
          } catch (NodeProblem late) {
            assertThat(late.code()).isEqualTo(ProblemCode.CONFLICT);
          }
          return true;
        });
    ImportRun broken = settled(world.registrar, run.id());
    if (broken.state() == ImportState.TAKING) {
      as(world.registrar, () -> imports.take(run.id()));
    }
    ImportRun taken = settled(world.registrar, run.id());
    assertThat(taken.counts().taken()).isEqualTo(2000);
    assertThat(achievements(run.id())).isEqualTo(2000);
    assertThat(
            owner
                .sql("SELECT count(DISTINCT title) FROM achievement WHERE import_run = :run")
                .param("run", run.id())
                .query(Long.class)
                .single())
        .isEqualTo(2000);
  }

  @Test
  void whatARowOfAnEarlierBatchSaidIsNotSaidAgain() {
    var table = new StringBuilder("name_zh,kind\n");
    for (int i = 0; i < 1500; i++) {
      table.append("批次企业").append(i).append(",enterprise\n");
    }
    table.append("批次企业7,enterprise\n");
    ImportRun run =
        upload(
            world.officer,
            "organisations",
            null,
            table.toString().getBytes(StandardCharsets.UTF_8));
    assertThat(run.counts()).isEqualTo(new ImportRun.Counts(1501, 1, 0));
  }

  @Test
  void whatWasRightWhenCheckedAndIsNoLongerIsTold() {
    byte[] table =
        "name_zh,kind\n迟到企业,enterprise\n准时企业,enterprise\n".getBytes(StandardCharsets.UTF_8);
    ImportRun run = upload(world.officer, "organisations", null, table);
    assertThat(run.counts().right()).isEqualTo(2);
    world.organisation("迟到企业");
    as(world.officer, () -> imports.take(run.id()));
    ImportRun taken = settled(world.officer, run.id());
    assertThat(taken.counts()).isEqualTo(new ImportRun.Counts(2, 1, 1));
    assertThat(as(world.officer, () -> imports.faults(run.id(), 10)))
        .extracting(ImportFault::line)
        .containsExactly(2L);
  }

  @Test
  void organisationsPeopleFactsAndWorksComeInAndGoOut() {
    ImportRun firms =
        taken(
            "organisations",
            "Chinese name,Kind,District\n新光有限公司,enterprise,洪山区\n新光有限公司,企业,x\n东湖大学,大学,x\n");
    assertThat(firms.counts()).isEqualTo(new ImportRun.Counts(3, 2, 1));
    ImportRun people =
        taken(
            "people",
            "name_zh,kind,organisation,orcid\n"
                + "李华,科研人员,新光有限公司,0000-0002-1825-0097\n"
                + "王敏,researcher,无此单位,\n");
    assertThat(people.counts().taken()).isEqualTo(1);
    ImportRun facts =
        taken(
            "facts",
            "organisation,attribute,value,year\n"
                + "新光有限公司,employees_total,120,2024\n"
                + "新光有限公司,employees_total,many,2023\n"
                + "新光有限公司,employees_total,130,2024\n");
    assertThat(facts.counts()).isEqualTo(new ImportRun.Counts(3, 2, 1));
    ImportRun works =
        taken("works", "TY  - JOUR\nTI  - A beam\nPY  - 2023\nDO  - 10.1000/beam\nER  - \n");
    assertThat(works.counts().taken()).isEqualTo(1);
    assertThat(undone(works)).isEqualTo(1);
    assertThat(undone(firms)).as("somebody works there").isZero();
    assertThat(undone(facts)).isEqualTo(1);
    assertThat(undone(people)).isEqualTo(1);
    assertThat(
            owner
                .sql("SELECT count(*) FROM identifier WHERE scheme IN ('doi', 'orcid')")
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void peopleAndWorksOfManyRowsComeInWithTheirIdentifiersAndGoOutAgain() {
    var people = new StringBuilder("name_zh,kind,organisation,orcid\n");
    var works = new StringBuilder("kind,title_zh,doi,patent_number\n");
    for (int i = 0; i < 2500; i++) {
      people.append("学者").append(i).append(",researcher,东湖大学,").append(i == 0 ? ORCID : "");
      people.append('\n');
      works.append("publication,论文").append(i).append(",10.5555/many.").append(i).append(",\n");
    }
    people.append("另一个学者,researcher,东湖大学,").append(ORCID).append('\n');
    people.append(",researcher,东湖大学,\n").append("长".repeat(501)).append(",researcher,东湖大学,\n");
    works.append("publication,同一篇,https://doi.org/10.5555/MANY.7,\n");
    works.append("patent,专利甲,,CN201910000001.9\n").append("patent,专利乙,,201910000001.9\n");
    ImportRun scholars = taken("people", people.toString());
    assertThat(scholars.counts()).isEqualTo(new ImportRun.Counts(2503, 3, 2500));
    ImportRun papers = taken("works", works.toString());
    assertThat(as(world.officer, () -> imports.faults(papers.id(), 10)))
        .extracting(fault -> fault.line() + " " + fault.column())
        .contains("2502 doi", "2504 patent_number");
    assertThat(papers.counts()).isEqualTo(new ImportRun.Counts(2503, 2, 2501));
    assertThat(
            owner
                .sql(
                    """
                    SELECT w.name_zh FROM identifier i JOIN work w ON w.id = i.subject
                    WHERE i.scheme = 'doi' AND i.value = '10.5555/many.1234'\
                    """)
                .query(String.class)
                .single())
        .isEqualTo("论文1234");
    assertThat(undone(scholars)).isEqualTo(2500);
    assertThat(undone(papers)).isEqualTo(2501);
  }

  @Test
  void whatTheNodeWorkedOutOfAFirmGoesWithItWhenItIsTakenBack() {
    ImportRun firms = taken("organisations", "name_zh,kind\n被评判的企业,enterprise\n");
    long firm =
        owner
            .sql("SELECT id FROM organisation WHERE name_zh = '被评判的企业'")
            .query(Long.class)
            .single();
    owner
        .sql(
            """
            INSERT INTO judged_firm (organisation, basis, as_of, recorded)
            VALUES (:firm, '', current_date, now()) ON CONFLICT DO NOTHING\
            """)
        .param("firm", firm)
        .update();
    owner
        .sql("INSERT INTO held_title (organisation, attribute, number) VALUES (:firm, 'a', '1')")
        .param("firm", firm)
        .update();
    assertThat(undone(firms)).isEqualTo(1);
  }

  @Test
  void aPlaceThatIsTooLongIsAFaultOfItsCell() {
    ImportRun run =
        upload(
            world.officer,
            "organisations",
            null,
            ("name_zh,kind,district\n远方企业,enterprise," + "远".repeat(101) + "\n")
                .getBytes(StandardCharsets.UTF_8));
    assertThat(run.counts()).isEqualTo(new ImportRun.Counts(1, 1, 0));
  }

  private ImportRun taken(String kind, String table) {
    ImportRun run = upload(world.officer, kind, null, table.getBytes(StandardCharsets.UTF_8));
    assertThat(run.state()).as(run.problem()).isEqualTo(ImportState.CHECKED);
    as(world.officer, () -> imports.take(run.id()));
    return settled(world.officer, run.id());
  }

  private long undone(ImportRun run) {
    return as(world.officer, () -> imports.undo(run.id()));
  }

  @Test
  void theMarkedCopyIsTheUsersOwnTableWithWhatIsWrongAndThePagesSayTheSame() throws Exception {
    var rows = new ArrayList<List<Object>>();
    rows.add(List.of("title_zh", "work_class", "extra"));
    rows.add(List.of("丙光源", "applied", "mine"));
    rows.add(List.of("丁光源", "炼金术", "mine too"));
    Path file = Workbooks.write(folder.resolve("w.xlsx"), rows);
    ImportRun run =
        upload(world.registrar, "achievements", world.university, Files.readAllBytes(file));
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
        upload(
            world.registrar,
            "achievements",
            world.university,
            table.getBytes(StandardCharsets.UTF_8));
    as(world.registrar, () -> imports.take(run.id()));
    assertThat(settled(world.registrar, run.id()).counts().taken()).isEqualTo(2);
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
        upload(
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
