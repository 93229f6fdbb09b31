package org.ronghe.platform.facts.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.platform.TestDatabase;
import org.ronghe.platform.TestNode;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.access.Actors;
import org.ronghe.platform.facts.Evidence;
import org.ronghe.platform.facts.EvidenceFiles;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;

/// With a scanner that is a real program: a shell script that looks into the file.
@TestInstance(Lifecycle.PER_CLASS)
class FileScanTest {
  private static final String SCANNER =
      """
      here=$(dirname "$0")
      [ -f "$here/down" ] && exit 2
      grep -q INFECTED "$1" && exit 1
      exit 0
      """;

  @TempDir static Path folder;

  private final TestDatabase database = TestDatabase.fresh();
  private final Actor officer = Actor.system("test");
  private TestNode node;

  @BeforeAll
  void start() throws IOException {
    Path scanner = folder.resolve("scanner.sh");
    Files.writeString(scanner, SCANNER);
    node = TestNode.startWith(database, Map.of("attachment-scan", "/bin/sh " + scanner));
  }

  @AfterAll
  void stop() {
    node.close();
    database.close();
  }

  private EvidenceFiles files() {
    return node.part(EvidenceFiles.class);
  }

  private Evidence added(String content) {
    return Actors.getAs(
        officer,
        () ->
            files()
                .add(
                    null,
                    "note.txt",
                    new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8))));
  }

  private String opened(Evidence evidence) {
    return Actors.getAs(
        officer,
        () -> {
          try (var in = files().open(evidence)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private boolean held(Evidence evidence) {
    return Actors.getAs(officer, () -> files().isHeld(evidence));
  }

  @Test
  void aCleanFileIsKeptAndHandedOut() {
    Evidence clean = added("a clean note\n");
    assertThat(held(clean)).isFalse();
    assertThat(opened(clean)).isEqualTo("a clean note\n");
  }

  @Test
  void anInfectedFileIsRefusedWithASentence() {
    assertThatThrownBy(() -> added("this one is INFECTED\n"))
        .isInstanceOfSatisfying(
            NodeProblem.class,
            problem -> {
              assertThat(problem.code()).isEqualTo(ProblemCode.INPUT_INVALID);
              assertThat(problem.fields()).containsEntry("file", "facts.evidence.infected-refused");
            });
  }

  @Test
  void whatTheScannerCannotJudgeIsHeldUntilItCan() throws IOException {
    Path down = folder.resolve("down");
    Files.createFile(down);
    Evidence clean = added("nobody looked at this note\n");
    Evidence infected = added("nobody saw that it is INFECTED\n");
    assertThat(held(clean)).isTrue();
    assertThatThrownBy(() -> opened(clean))
        .isInstanceOfSatisfying(
            NodeProblem.class,
            problem -> assertThat(problem.code()).isEqualTo(ProblemCode.CONFLICT));
    Files.delete(down);
    assertThat(opened(clean)).isEqualTo("nobody looked at this note\n");
    assertThat(held(clean)).isFalse();
    assertThatThrownBy(() -> opened(infected)).isInstanceOf(NodeProblem.class);
    assertThat(held(infected)).as("an infected one stays where it is").isTrue();
  }
}
