package org.ronghe.platform.exchange.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ronghe.platform.registry.RegistryNode.as;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.ronghe.platform.exchange.ImportFault;
import org.ronghe.platform.exchange.ImportRun;
import org.ronghe.platform.exchange.ImportState;
import org.ronghe.platform.exchange.Imports;
import org.ronghe.platform.jobs.Jobs;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.registry.RegistryNode;
import org.ronghe.platform.web.ListQuery;
import org.springframework.jdbc.core.simple.JdbcClient;

@TestInstance(Lifecycle.PER_CLASS)
class ImportsTest {
  private static final String HEADER = "成果名称,成果类别,关键词,完成人,权利人,研究起始日期,研究终止日期,技术成熟度等级\r\n";

  private final ImportNode node = new ImportNode();
  private final RegistryNode world = node.world;
  private final Imports imports = node.imports;
  private final JdbcClient owner = node.owner;

  @AfterAll
  void stop() {
    node.close();
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

  @Test
  void everyWrongCellIsNamedBeforeAnythingIsEnteredAndTheRightRowsAreTaken() {
    String table =
        HEADER
            + "甲光源,应用技术类,光学,李华|东湖大学|设计,东湖大学=1,2022-03,2024-12,\r\n"
            + "乙光源,炼金术,a;b;c;d,李华,东湖大学=1/2,2022-13,2024-12,12\r\n"
            + ",应用技术类,光学,李华,东湖大学=1,2022-03,2024-12,\r\n";
    ImportRun run =
        node.upload(
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
    assertThat(node.achievements(run.id())).isZero();
    as(world.registrar, () -> imports.take(run.id()));
    ImportRun taken = node.settled(world.registrar, run.id());
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
    assertThat(node.achievements(run.id())).isZero();
  }

  @Test
  void theSameFileIsNotEnteredTwiceAndWorkedOnRowsStayWhenItIsTakenBack() {
    byte[] table = rows(3, "重复");
    ImportRun run = node.upload(world.registrar, "achievements", world.university, table);
    as(world.registrar, () -> imports.take(run.id()));
    node.settled(world.registrar, run.id());
    assertThatThrownBy(() -> node.upload(world.registrar, "achievements", world.university, table))
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
    assertThat(node.achievements(run.id())).isEqualTo(1);
  }

  @Test
  void anImportThatWasBrokenOffGoesOnAndNothingIsDoubled() {
    ImportRun run =
        node.upload(world.registrar, "achievements", world.university, rows(2000, "中断"));
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
    ImportRun broken = node.settled(world.registrar, run.id());
    if (broken.state() == ImportState.TAKING) {
      as(world.registrar, () -> imports.take(run.id()));
    }
    ImportRun taken = node.settled(world.registrar, run.id());
    assertThat(taken.counts().taken()).isEqualTo(2000);
    assertThat(node.achievements(run.id())).isEqualTo(2000);
    assertThat(
            owner
                .sql("SELECT count(DISTINCT title) FROM achievement WHERE import_run = :run")
                .param("run", run.id())
                .query(Long.class)
                .single())
        .isEqualTo(2000);
  }

  @Test
  void ofTwoChecksOfOneFileOneIsEntered() {
    byte[] table = rows(2, "两次检查");
    ImportRun one = node.upload(world.registrar, "achievements", world.university, table);
    ImportRun other = node.upload(world.registrar, "achievements", world.university, table);
    as(world.registrar, () -> imports.take(one.id()));
    node.settled(world.registrar, one.id());
    assertThatThrownBy(() -> as(world.registrar, () -> imports.take(other.id())))
        .isInstanceOfSatisfying(
            NodeProblem.class,
            problem -> assertThat(problem.code()).isEqualTo(ProblemCode.CONFLICT));
    assertThat(node.achievements(other.id())).isZero();
  }
}
