package org.ronghe.platform.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// Checks the chain of the audit log from its first entry to its last: each entry's hash is SHA-256
/// over the hash before it and the entry's content (`audit_content` in `V010__audit.sql`), and the
/// last one is noted apart, so that a changed, a missing and a cut-off entry are all found.
///
/// Whoever can change the database's tables as their owner can also make the whole chain anew; so
/// an auditor notes number and hash now and then, and asks later whether they still stand.
public final class AuditChain {
  private static final int FETCH = 2_000;
  private static final byte[] START = sha256("ronghe".getBytes(StandardCharsets.UTF_8));

  private AuditChain() {}

  /// What a check found.
  public sealed interface Finding {}

  /// The chain is whole.
  ///
  /// @param entries how many entries it has
  /// @param hash hash of the last entry, in hexadecimal digits
  public record Whole(long entries, String hash) implements Finding {}

  /// The chain is broken.
  ///
  /// @param number the first entry that is not what it was, or is missing
  /// @param how what is wrong with it
  public record Broken(long number, Break how) implements Finding {}

  /// How a chain can be broken.
  public enum Break {
    /// The entry's content or hash was changed.
    CHANGED,
    /// There is no entry of this number, but later ones.
    MISSING,
    /// Entries at the end are gone.
    CUT_OFF,
    /// The hash noted by an auditor is not that of the entry.
    NOT_AS_NOTED
  }

  /// A number and hash that somebody wrote down earlier.
  public record Noted(long number, String hash) {}

  /// Checks the log over a connection that nobody else uses, outside a transaction.
  ///
  /// @param connection with the right to read the log, in the schema of the node
  /// @param noted what an auditor wrote down, or null
  public static Finding check(Connection connection, @Nullable Noted noted) throws SQLException {
    int isolation = connection.getTransactionIsolation();
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    connection.setAutoCommit(false);
    try {
      return checkInTransaction(connection, noted, number -> {});
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
      connection.setTransactionIsolation(isolation);
    }
  }

  /// Reads the whole log, in one pass and constant memory.
  ///
  /// @param connection in a transaction that sees one state of the log and its head while the node
  ///   goes on writing: REPEATABLE READ
  /// @param noted what an auditor wrote down, or null
  /// @param progress told the number of the entry now and then
  static Finding checkInTransaction(
      Connection connection, @Nullable Noted noted, LongConsumer progress) throws SQLException {
    byte[] last = START;
    long number = 0;
    boolean seen = noted == null;
    try (var statement = connection.createStatement()) {
      statement.setFetchSize(FETCH); // the driver would read the whole log at once without
      try (ResultSet rows =
          statement.executeQuery(
              "SELECT number, hash, audit_content(e) FROM audit_entry e ORDER BY number")) {
        while (rows.next()) {
          number++;
          if (rows.getLong(1) != number) {
            return new Broken(number, Break.MISSING);
          }
          byte[] hash = sha256(last, rows.getString(3).getBytes(StandardCharsets.UTF_8));
          if (!Arrays.equals(hash, rows.getBytes(2))) {
            return new Broken(number, Break.CHANGED);
          }
          if (noted != null && noted.number() == number) {
            if (!hex(hash).equalsIgnoreCase(noted.hash())) {
              return new Broken(number, Break.NOT_AS_NOTED);
            }
            seen = true;
          }
          last = hash;
          if (number % FETCH == 0) {
            progress.accept(number);
          }
        }
      }
      try (ResultSet head = statement.executeQuery("SELECT number, hash FROM audit_head")) {
        if (!head.next() || head.getLong(1) != number || !Arrays.equals(head.getBytes(2), last)) {
          return new Broken(number + 1, Break.CUT_OFF);
        }
      }
    }
    return noted != null && !seen
        ? new Broken(noted.number(), Break.MISSING)
        : new Whole(number, hex(last));
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static byte[] sha256(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
