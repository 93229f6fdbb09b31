package org.ronghe.platform.database;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.ronghe.platform.problem.OperatorCode;
import org.ronghe.platform.problem.OperatorProblem;

/// The folders the embedded server needs, and their rights.
final class PostgresFolders {
  private PostgresFolders() {}

  /// Makes the node's data folder.
  ///
  /// @throws OperatorProblem DATA_FOLDER_UNUSABLE if it cannot be made or written
  static void make(PostgresFolder folder) throws IOException {
    try {
      if (!Files.exists(folder.node())) {
        Files.createDirectories(folder.node());
        Files.setPosixFilePermissions(folder.node(), PosixFilePermissions.fromString("rwx------"));
      }
      if (!Files.isWritable(folder.node())) {
        throw new OperatorProblem(OperatorCode.DATA_FOLDER_UNUSABLE, folder.node(), "not writable");
      }
    } catch (FileSystemException e) {
      throw new OperatorProblem(OperatorCode.DATA_FOLDER_UNUSABLE, folder.node(), e.toString());
    }
  }

  /// Makes the folders of the server, with those it writes given to the account it runs as.
  static void hand(PostgresFolder folder, ServerAccount account) throws IOException {
    boolean ours = account.name().isEmpty();
    if (!ours) {
      // The account must come through, but need not see what else is there.
      var rights = Files.getPosixFilePermissions(folder.node());
      if (rights.add(PosixFilePermission.OTHERS_EXECUTE)) {
        Files.setPosixFilePermissions(folder.node(), rights);
      }
    }
    makeFolder(folder.postgres(), ours ? "rwx------" : "rwx--x--x");
    makeFolder(folder.log(), "rwx------");
    account.own(folder.log());
  }

  /// Makes a folder with exactly these rights, if it is not there.
  static void makeFolder(Path made, String rights) throws IOException {
    if (!Files.exists(made)) {
      Files.createDirectory(made);
      Files.setPosixFilePermissions(made, PosixFilePermissions.fromString(rights));
    }
  }

  /// @throws OperatorProblem DATABASE_VERSION_OTHER if the files are another major version's
  static void mustBeOfVersion(PostgresFolder folder) throws IOException {
    String version = Files.readString(folder.cluster().resolve("PG_VERSION")).strip();
    if (!version.equals(Integer.toString(PostgresFolder.VERSION))) {
      throw new OperatorProblem(
          OperatorCode.DATABASE_VERSION_OTHER, folder.cluster(), version, PostgresFolder.VERSION);
    }
  }

  /// Where unpacked programs are kept: what every node of this user shares and may be deleted.
  static Path cache() {
    if (ServerAccount.isRoot()) {
      return Path.of("/var/cache/ronghe"); // root's own folders are closed to other accounts
    }
    String home = System.getProperty("user.home", ".");
    return Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
        .filter(path -> path.startsWith("/"))
        .map(Path::of)
        .orElse(Path.of(home, ".cache"))
        .resolve("ronghe");
  }
}
