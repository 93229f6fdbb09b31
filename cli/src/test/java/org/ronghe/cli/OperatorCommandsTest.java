package org.ronghe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.platform.database.EmbeddedPostgres;
import org.ronghe.platform.database.Migrations;

class OperatorCommandsTest {
  @TempDir private Path folder = Path.of("unset");

  @BeforeEach
  void letTheServersAccountThrough() throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
  }

  @Test
  void aNodeIsSavedBroughtBackAndExamined() throws IOException {
    String data = folder.resolve("data").toString();
    try (var postgres = EmbeddedPostgres.start(Path.of(data), EmbeddedPostgres.FREE_PORT)) {
      Migrations.migrate(postgres.settings());
    }
    String file = folder.resolve("node.backup").toString();

    Captured saved = Captured.run(Locale.ENGLISH, "backup", file, "--data", data);
    assertThat(saved.out()).startsWith(file + ": ").contains("read back and complete");
    assertThat(saved.exitCode()).isEqualTo(ExitCode.OK);

    Captured again = Captured.run(Locale.CHINESE, "backup", file, "--data", data);
    assertThat(again.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(again.err()).contains("已存在");

    String other = folder.resolve("other").toString();
    Captured back = Captured.run(Locale.ENGLISH, "restore", file, "--data", other, "--json");
    assertThat(back.out()).contains("\"auditWhole\":true");
    assertThat(back.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(Captured.run(Locale.ENGLISH, "restore", file, "--data", other).err())
        .contains("already holds something");

    Captured well = Captured.run(Locale.ENGLISH, "doctor", "--data", other);
    assertThat(well.out()).contains("The audit log is whole", "Nothing is wrong.");
    assertThat(well.exitCode()).isEqualTo(ExitCode.OK);
    Captured ill = Captured.run(Locale.CHINESE, "doctor", "--data", other, "--host", "0.0.0.0");
    assertThat(ill.out()).contains("发现 1 处问题。");
    assertThat(ill.exitCode()).isEqualTo(ExitCode.FAILED);
  }

  @Test
  void aFolderWithoutADatabaseIsSaidAndLeftAlone() {
    Path nothing = folder.resolve("nothing");
    Captured saved =
        Captured.run(
            Locale.ENGLISH, "backup", folder + "/b", "--data", nothing.toString(), "--json");
    assertThat(saved.out()).contains("\"code\":\"data-folder-empty\"", "\"exitCode\":2");
    assertThat(saved.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(nothing).doesNotExist();
  }
}
