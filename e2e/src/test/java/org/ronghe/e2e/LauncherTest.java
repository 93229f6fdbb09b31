package org.ronghe.e2e;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

  @ParameterizedTest
  @ValueSource(strings = {"sphere", "atlas", "match", "rules", "platform", "cli"})
  void aNewerSourceOfAnyPartIsBuiltIn(String changed) throws Exception {
    Path launcher =
        Files.copy(Project.root().resolve("ronghe"), folder.resolve("ronghe"), COPY_ATTRIBUTES);
    for (String module : List.of("sphere", "atlas", "match", "rules", "platform", "cli")) {
      Path source = Files.createDirectories(folder.resolve(module).resolve("src/main/java"));
      Files.setLastModifiedTime(
          Files.createFile(source.resolve("A.java")), module.equals(changed) ? at(3) : at(1));
      Files.setLastModifiedTime(Files.createFile(folder.resolve(module).resolve("pom.xml")), at(1));
    }
    Files.setLastModifiedTime(Files.createFile(folder.resolve("pom.xml")), at(1));
    Path jar = Files.createDirectories(folder.resolve("cli/target")).resolve("ronghe.jar");
    Files.setLastModifiedTime(Files.createFile(jar), at(2));
    Path maven =
        Files.writeString(folder.resolve("mvnw"), "#!/bin/sh\necho asked to build\nexit 1\n");
    assertThat(maven.toFile().setExecutable(true)).isTrue();
    Launch.Finished run = Launch.through(launcher, "--version").in(folder).run();
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("asked to build");
  }

  private static FileTime at(int hour) {
    return FileTime.from(Instant.parse("2026-01-01T00:00:00Z").plus(Duration.ofHours(hour)));
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
