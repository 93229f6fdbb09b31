package org.ronghe.platform.operations;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a backup holds: its table of contents, with a checksum for everything.
///
/// @param format version of this form of backups
/// @param origin where it comes from
/// @param schemaVersion newest migration of the saved database
/// @param audit end of the audit chain
public record BackupManifest(
    int format,
    Origin origin,
    String schemaVersion,
    List<Table> tables,
    List<Sequence> sequences,
    List<File> files,
    Audit audit) {
  /// The form written and read here.
  static final int FORMAT = 1;

  /// Name of the entry that holds this.
  static final String ENTRY = "manifest.json";

  public BackupManifest {
    tables = List.copyOf(tables);
    sequences = List.copyOf(sequences);
    files = List.copyOf(files);
  }

  /// Where a backup comes from.
  ///
  /// @param software version of Ronghe
  /// @param postgres version of the server
  /// @param at ISO 8601
  public record Origin(String software, String postgres, String at) {}

  /// One table: entry `tables/<name>` holds its rows as PostgreSQL's `COPY … TO` in text format.
  ///
  /// @param columns those that are stored and not computed, in order
  /// @param sha256 of the entry's bytes, in hexadecimal digits
  public record Table(String name, List<String> columns, long rows, String sha256) {
    public Table {
      columns = List.copyOf(columns);
    }

    String entry() {
      return "tables/" + name;
    }
  }

  /// How far a sequence of numbers was.
  ///
  /// @param last the last number given, null if none was
  public record Sequence(String name, @Nullable Long last) {}

  /// A file of the data folder under the same path in the backup.
  public record File(String path, long bytes, String sha256) {}

  /// The end of the audit chain.
  ///
  /// @param entries how many entries the audit log has
  /// @param hash of the last one
  public record Audit(long entries, String hash) {}

  /// Rows of all tables.
  public long rows() {
    return tables.stream().mapToLong(Table::rows).sum();
  }
}
