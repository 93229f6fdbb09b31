package org.ronghe.atlas.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.atlas.problem.ErrorCode;
import org.ronghe.atlas.problem.ProblemException;

class StagedOutputTest {
  @TempDir Path folder;

  @Test
  void aFileAppearsWhenItIsCommitted() throws IOException {
    Path target = folder.resolve("deep/labels.csv");
    try (var staged = StagedOutput.file(target)) {
      Files.writeString(staged.path(), "new");
      assertThat(target).doesNotExist();
      staged.commit();
    }
    assertThat(target).hasContent("new");
    assertThat(folder.resolve("deep").toFile().list()).containsExactly("labels.csv");
  }

  @Test
  void whatIsNotCommittedLeavesNothingAndTheOldResultInPlace() throws IOException {
    Path target = Files.writeString(folder.resolve("labels.csv"), "old");
    try (var staged = StagedOutput.file(target)) {
      Files.writeString(staged.path(), "half");
    }
    assertThat(target).hasContent("old");
    assertThat(folder.toFile().listFiles()).containsExactly(target.toFile());
  }

  @Test
  void anOlderResultFolderIsReplacedAsAWhole() throws IOException {
    Path target = Files.createDirectory(folder.resolve("result"));
    Files.writeString(target.resolve(StagedOutput.MARK_OF_A_RESULT), "{}");
    Files.writeString(target.resolve("stale.csv"), "old");
    try (var staged = StagedOutput.folder(target)) {
      Files.writeString(staged.path().resolve("clusters.csv"), "new");
      staged.commit();
    }
    assertThat(target.toFile().list()).containsExactly("clusters.csv");
    assertThat(folder.toFile().listFiles()).containsExactly(target.toFile());
  }

  @Test
  void aFolderWithSomethingElseIsNotTouched() throws IOException {
    Path target = Files.createDirectory(folder.resolve("thesis"));
    Files.writeString(target.resolve("chapter-1.txt"), "years of work");
    assertThatThrownBy(() -> StagedOutput.folder(target))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.code()).isEqualTo(ErrorCode.OUTPUT_EXISTS));
    assertThat(target.resolve("chapter-1.txt")).hasContent("years of work");
  }
}
