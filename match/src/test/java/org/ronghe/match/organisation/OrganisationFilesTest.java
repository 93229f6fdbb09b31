package org.ronghe.match.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.match.problem.MatchCode;
import org.ronghe.match.problem.MatchProblem;

/// Files of affiliations and of organisations that hold something else.
class OrganisationFilesTest {
  @TempDir Path folder;

  @Test
  void filesThatHoldNothingOfTheKindAreRefused() throws IOException {
    Path needs = Files.writeString(folder.resolve("needs.csv"), "id,foo\n1,x\n2,y\n");
    assertWithout(() -> AffiliationCase.read(needs));
    Path nameless = Files.writeString(folder.resolve("nameless.jsonl"), "{\"id\": \"a\"}\n");
    assertWithout(() -> RorFile.read(nameless));
    Path broken = Files.writeString(folder.resolve("broken.jsonl"), "{\"id\": ");
    assertThatThrownBy(() -> RorFile.read(broken))
        .isInstanceOfSatisfying(
            MatchProblem.class,
            problem -> assertThat(problem.code()).isEqualTo(MatchCode.DOCUMENTS_UNREADABLE));
  }

  private static void assertWithout(org.assertj.core.api.ThrowableAssert.ThrowingCallable reading) {
    assertThatThrownBy(reading)
        .isInstanceOfSatisfying(
            MatchProblem.class,
            problem -> assertThat(problem.code()).isEqualTo(MatchCode.RECORDS_WITHOUT));
  }
}
