package org.ronghe.platform.database;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import org.ronghe.platform.problem.OperatorCode;
import org.ronghe.platform.problem.OperatorProblem;

/// The generated passwords of the embedded server's roles, kept in one file that only the node's
/// user can read.
record Passwords(String superuser, String owner, String app) {
  private static final int BYTES = 24;

  /// Reads the file.
  ///
  /// @throws OperatorProblem DATABASE_PASSWORDS_LOST if it is not there or not whole
  static Passwords read(Path file) throws IOException {
    var lines = new Properties();
    if (Files.exists(file)) {
      lines.load(new StringReader(Files.readString(file, StandardCharsets.UTF_8)));
    }
    String superuser = lines.getProperty("superuser", "");
    String owner = lines.getProperty("owner", "");
    String app = lines.getProperty("app", "");
    if (superuser.isEmpty() || owner.isEmpty() || app.isEmpty()) {
      throw new OperatorProblem(OperatorCode.DATABASE_PASSWORDS_LOST, file);
    }
    return new Passwords(superuser, owner, app);
  }

  /// Makes new passwords and writes them to the file, which appears as a whole.
  static Passwords create(Path file) throws IOException {
    var random = new SecureRandom();
    var made = new Passwords(password(random), password(random), password(random));
    Path partial = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(partial);
    writePrivate(
        partial,
        "superuser=" + made.superuser + "\nowner=" + made.owner + "\napp=" + made.app + "\n");
    Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
    return made;
  }

  /// Writes a new file that nobody but its owner can read at any time.
  static void writePrivate(Path file, String text) throws IOException {
    var mine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    Files.createFile(file, mine);
    Files.writeString(file, text, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
  }

  @Override
  public String toString() {
    return "Passwords";
  }

  private static String password(SecureRandom random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
