package org.ronghe.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.testkit.Project;

class LauncherTest {
  @TempDir Path folder;

  @Test
  void helpComesFromAnyFolderAndThroughALink() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("rh"), Project.root().resolve("ronghe"));
    Launch.Finished help = Launch.through(link, "--help").in(folder).run();
    assertThat(help.exitCode()).isZero();
    assertThat(help.out()).contains("Usage: ronghe", "cluster", "Example:");
    assertThat(help.err()).isEmpty();
  }

  @Test
  void withoutAJdkItSaysInOneSentenceWhatToInstall() throws Exception {
    Launch.Finished english = withoutJdk().run();
    assertThat(english.exitCode()).isEqualTo(2);
    assertThat(english.err()).hasLineCount(1).contains("JDK", "25.0.3", "https://adoptium.net");
    Launch.Finished chinese = withoutJdk().with("LANG", "zh_CN.UTF-8").run();
    assertThat(chinese.exitCode()).isEqualTo(2);
    assertThat(chinese.err()).hasLineCount(1).contains("没有找到");
  }

  @Test
  void anOldJavaIsNotTaken() throws Exception {
    Path old = folder.resolve("jdk-25.0.2");
    Files.createDirectories(old.resolve("bin"));
    Files.writeString(old.resolve("release"), "JAVA_VERSION=\"25.0.2\"\n");
    Path java = Files.writeString(old.resolve("bin/java"), "#!/bin/sh\necho started the old one\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
    Launch.Finished run =
        withoutJdk()
            .with("JAVA_HOME", old.toString())
            .with("RONGHE_JDK_FOLDERS", folder.toString())
            .run();
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.all()).doesNotContain("started the old one");
  }

  @Test
  void java17OnThePathAndInJavaHomeDoesNotMatter() throws Exception {
    Path java17 = Path.of("/usr/lib/jvm/java-17-openjdk-amd64");
    assumeThat(java17.resolve("bin/java")).as("a JDK 17 to put in the way").exists();
    Launch.Finished version =
        Launch.ronghe("--version")
            .with("JAVA_HOME", java17.toString())
            .with("PATH", java17.resolve("bin") + ":" + System.getenv("PATH"))
            .run();
    assertThat(version.exitCode()).isZero();
    assertThat(version.out()).startsWith("ronghe ");
  }

  private static Launch withoutJdk() {
    return Launch.ronghe("--help")
        .with("JAVA_HOME", "")
        .with("PATH", "/usr/bin:/bin")
        .with("RONGHE_JDK_FOLDERS", "/nowhere");
  }
}
