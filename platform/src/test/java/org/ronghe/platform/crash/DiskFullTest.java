package org.ronghe.platform.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ronghe.platform.TemporaryFolders;
import org.ronghe.platform.audit.AuditChain;
import org.ronghe.platform.database.DatabaseSettings;
import org.ronghe.platform.database.EmbeddedPostgres;
import org.ronghe.platform.database.Migrations;

/// Fills the disk under a server: reads go on, writes say why they fail, nothing is damaged, and
/// writing goes on when there is room again. Needs root, to have a small disk.
class DiskFullTest {
  private static final String DISK_FULL = "53100";
  private static final String READ_ONLY = "25006";
  private static final int MOST_WRITES = 20_000;

  @Test
  void readsGoOnAndNothingIsDamaged() throws Exception {
    Path disk = TemporaryFolders.make("ronghe-disk-");
    boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=400m,mode=711", "tmpfs", disk);
    if (!mounted && "true".equals(System.getenv("CI")) && isRoot()) {
      throw new AssertionError("the build server's root cannot mount a small disk");
    }
    assumeThat(mounted).as("only root can mount a small disk").isTrue();
    try {
      fill(disk);
    } finally {
      run("umount", "--lazy", disk);
      Files.delete(disk);
    }
  }

  private static void fill(Path disk) throws Exception {
    Path data = disk.resolve("data");
    try (var postgres = EmbeddedPostgres.start(data, EmbeddedPostgres.FREE_PORT)) {
      DatabaseSettings settings = postgres.settings();
      Migrations.migrate(settings);
      int written = writeUntilRefused(settings);
      assertThat(written).as("writes before the disk was full").isPositive();

      // A stranger takes the rest, to the last byte.
      Path filler = disk.resolve("filler");
      fillUp(filler);
      long server = postgres.pid();
      for (int i = 0; i < 20; i++) {
        assertThat(count(settings)).as("read %d on a full disk", i).isEqualTo(written);
        String state = stateOfWrite(settings);
        assertThat(state).isIn(Set.of(DISK_FULL, READ_ONLY));
        Thread.sleep(100);
      }
      assertThat(postgres.pid()).as("the server went on").isEqualTo(server);

      Files.delete(filler);
      run("sh", "-c", "mount -o remount,size=800m " + disk);
      String state = DISK_FULL;
      for (int i = 0; i < 100 && !state.isEmpty(); i++) {
        Thread.sleep(100);
        state = stateOfWrite(settings);
      }
      assertThat(state).as("writing goes on when there is room").isEmpty();
      assertThat(count(settings)).isEqualTo(written + 1);
      check(settings);
    }
    // What stands in the files is whole too, not only what was in memory.
    try (var postgres = EmbeddedPostgres.start(data, EmbeddedPostgres.FREE_PORT)) {
      check(postgres.settings());
    }
  }

  /// Writes until a write is refused.
  ///
  /// @return how many were acknowledged
  private static int writeUntilRefused(DatabaseSettings settings) throws SQLException {
    for (int written = 0; written < MOST_WRITES; written++) {
      String state = stateOfWrite(settings);
      if (!state.isEmpty()) {
        assertThat(state).isIn(Set.of(DISK_FULL, READ_ONLY));
        return written;
      }
    }
    throw new AssertionError("the disk did not get full");
  }

  /// Writes a row of four hundred kilobytes; answers with the error's state, empty if it was
  /// committed.
  private static String stateOfWrite(DatabaseSettings settings) {
    try (Connection connection = settings.connectAsOwner();
        Statement statement = connection.createStatement()) {
      connection.setSchema(Migrations.SCHEMA);
      // Random text, since what repeats is compressed.
      statement.execute(
          "SELECT audit_event('fill', 'disk', 'x', jsonb_build_object('text', (SELECT"
              + " string_agg(md5(random()::text), '') FROM generate_series(1, 12800))))");
      return "";
    } catch (SQLException e) {
      return String.valueOf(e.getSQLState());
    }
  }

  private static int count(DatabaseSettings settings) throws SQLException {
    try (Connection connection = settings.connectAsOwner();
        Statement statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT count(*) FROM ronghe.audit_entry WHERE subject = 'disk'")) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private static void check(DatabaseSettings settings) throws SQLException {
    try (Connection connection = settings.connectAsOwner()) {
      connection.setSchema(Migrations.SCHEMA);
      assertThat(AuditChain.check(connection, null)).isInstanceOf(AuditChain.Whole.class);
    }
  }

  private static void fillUp(Path filler) throws IOException {
    try (FileChannel channel =
        FileChannel.open(filler, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      for (int size = 1 << 20; size >= 4096; size /= 16) {
        while (channel.write(ByteBuffer.allocate(size)) == size) {
          // on to the last byte
        }
      }
    } catch (IOException e) {
      assertThat(e).hasMessageContaining("No space left");
    }
  }

  private static boolean isRoot() throws IOException {
    return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
  }

  private static boolean run(Object... words) throws IOException, InterruptedException {
    List<String> command = List.of(words).stream().map(String::valueOf).toList();
    return new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor()
        == 0;
  }
}
