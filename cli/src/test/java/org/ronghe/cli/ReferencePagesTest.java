package org.ronghe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ronghe.testkit.Project;

class ReferencePagesTest {
  private static final boolean RENEW = Boolean.getBoolean("ronghe.renew");

  static Stream<String> pages() {
    return ReferencePages.all().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void theCommittedPageSaysWhatTheCodeDoes(String name) throws IOException {
    Path page = Project.root().resolve("docs/reference").resolve(name);
    String now = ReferencePages.all().getOrDefault(name, "");
    if (RENEW) {
      Files.createDirectories(page.resolveSibling("."));
      Files.writeString(page, now);
    }
    assertThat(page)
        .as(
            "Renew it with: ./mvnw -q -pl cli -am test -Dtest=ReferencePagesTest"
                + " -Dsurefire.failIfNoSpecifiedTests=false -Dronghe.renew=true")
        .exists();
    assertThat(Project.read(page)).isEqualTo(now);
  }
}
