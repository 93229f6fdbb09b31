package org.ronghe.atlas.source.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ronghe.atlas.problem.ErrorCode;
import org.ronghe.atlas.problem.ProblemException;
import org.ronghe.atlas.problem.RejectCode;
import org.ronghe.atlas.source.OrganisationTable;
import org.ronghe.atlas.source.RecordBatch;
import org.ronghe.atlas.source.RecordFilter;
import org.ronghe.atlas.source.StringTable;

/// The bulk tables of PatentsView (granted US patents), official names and columns, as published:
/// quoted TSV, plain, `.zip`, `.gz` or `.zst`.
///
/// A patent is a record of kind `patent` in the year it was granted, its inventors are its persons,
/// an inventor's location is that inventor's affiliation; the first assignee that is an
/// organisation is everyone's organisation. https://patentsview.org/download/data-download-tables
///
/// @param patents `g_patent`: `patent_id`, `patent_type`, `patent_date`
/// @param inventors `g_inventor_disambiguated`: `patent_id`, `inventor_id`, `location_id`
/// @param locations `g_location_disambiguated`: `location_id`, `latitude`, `longitude` and names
/// @param assignees `g_assignee_disambiguated`: `patent_id`, `disambig_assignee_organization`
public record PatentsView(Path patents, Path inventors, Path locations, @Nullable Path assignees) {

  /// The kind of every record.
  public static final String KIND = "patent";

  /// The patent types that count unless the user says otherwise: inventions, not designs or plants.
  public static final Set<String> INVENTIONS = Set.of("utility");

  private static final String PATENT = "g_patent";
  private static final String INVENTOR = "g_inventor_disambiguated";
  private static final String LOCATION = "g_location_disambiguated";
  private static final String ASSIGNEE = "g_assignee_disambiguated";

  /// True if any of `inputs`, files or folders, is named like a table of PatentsView.
  public static boolean isIn(List<Path> inputs) {
    var files = files(inputs);
    return List.of(PATENT, INVENTOR, LOCATION).stream().anyMatch(t -> find(files, t) != null);
  }

  /// The tables among `inputs`, files or folders.
  ///
  /// @throws ProblemException naming the table that is not there
  public static PatentsView in(List<Path> inputs) {
    var files = files(inputs);
    return new PatentsView(
        require(inputs, files, PATENT),
        require(inputs, files, INVENTOR),
        require(inputs, files, LOCATION),
        find(files, ASSIGNEE));
  }

  /// Reads all tables and hands the patents on in the order of `g_patent`. Rejects come in batches
  /// of the file they were met in.
  ///
  /// @param filter of it the years apply
  /// @param types `patent_type` values that count, such as [#INVENTIONS]; empty for all
  /// @throws ProblemException if a table cannot be read or lacks a column
  public void read(RecordFilter filter, Set<String> types, Consumer<RecordBatch> sink) {
    new Reading(this, filter, types, sink).run();
  }

  private static List<Path> files(List<Path> inputs) {
    var files = new ArrayList<Path>();
    for (var input : inputs) {
      if (!Files.isDirectory(input)) {
        files.add(input);
        continue;
      }
      try (var listed = Files.list(input)) {
        listed.sorted().forEach(files::add);
      } catch (IOException e) {
        throw TableInput.unreadable(input.toString(), e);
      }
    }
    return files;
  }

  private static @Nullable Path find(List<Path> files, String table) {
    for (var file : files) {
      var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
      if (name.startsWith(table + ".")) {
        return file;
      }
    }
    return null;
  }

  private static Path require(List<Path> inputs, List<Path> files, String table) {
    var file = find(files, table);
    if (file == null) {
      var folder = inputs.isEmpty() ? Path.of("") : inputs.getFirst();
      var parent = folder.getParent();
      var where = Files.isDirectory(folder) || parent == null ? folder : parent;
      throw new ProblemException(ErrorCode.FILE_MISSING, where.resolve(table + ".tsv").toString());
    }
    return file;
  }

  /// One reading of the tables: locations and patents first, then inventors and assignees.
  private static final class Reading {
    private final PatentsView files;
    private final Set<String> types;
    private final EventBatches inventorRejects;
    private final EventBatches batches;
    private final RecordFilter filter;
    private final Consumer<RecordBatch> sink;
    private final EventRows rows = new EventRows();
    private final StringTable ids = new StringTable();
    private final StringTable kinds = new StringTable();
    private final OrganisationTable organisations = new OrganisationTable();

    Reading(PatentsView files, RecordFilter filter, Set<String> types, Consumer<RecordBatch> sink) {
      this.files = files;
      this.types = types;
      this.filter = filter;
      this.sink = sink;
      inventorRejects = new EventBatches(files.inventors().toString(), filter, sink);
      batches =
          new EventBatches(files.patents().toString(), filter, sink, "patent_id", inventorRejects);
    }

    void run() {
      var locations = PatentLocations.read(files.locations(), filter, sink);
      readPatents();
      int[] assignee = files.assignees() == null ? new int[0] : readAssignees(files.assignees());
      readInventors(locations, assignee);
      batches.emit(rows, new EventTexts(ids, kinds, locations.statements(), organisations));
      inventorRejects.finish();
    }

    private void readPatents() {
      int patent = kinds.add(KIND);
      try (var table = Table.open(files.patents(), batches)) {
        int[] c =
            ColumnMapping.none()
                .resolve(
                    table.file(),
                    table.columns(),
                    List.of(
                        ColumnTarget.required("patent_id"),
                        ColumnTarget.required("patent_date"),
                        types.isEmpty()
                            ? ColumnTarget.optional("patent_type")
                            : ColumnTarget.required("patent_type")));
        table.use(present(c));
        while (table.next()) {
          int year = DecimalText.year(table.bytes(c[1]), table.start(c[1]), table.end(c[1]));
          if (table.isEmpty(c[0])) {
            batches.reject(table.line(), "patent_id", "", RejectCode.VALUE_MISSING);
          } else if (year < 0) {
            var code = table.isEmpty(c[1]) ? RejectCode.VALUE_MISSING : RejectCode.YEAR_INVALID;
            batches.reject(table.line(), "patent_date", table.text(c[1]), code);
          } else {
            int before = ids.size();
            int id = ids.add(table.bytes(c[0]), table.start(c[0]), table.end(c[0]));
            if (id < before) {
              batches.reject(table.line(), "patent_id", table.text(c[0]), RejectCode.DUPLICATE_ID);
            } else {
              boolean counts = types.isEmpty() || types.contains(table.text(c[2]));
              rows.addRecord(counts ? patent : EventRows.OTHER_TYPE, year, 1, table.line());
            }
          }
        }
      }
    }

    private void readInventors(PatentLocations locations, int[] assignee) {
      var rejects = inventorRejects;
      try (var table = Table.open(files.inventors(), rejects)) {
        int[] c =
            ColumnMapping.none()
                .resolve(
                    table.file(),
                    table.columns(),
                    List.of(
                        ColumnTarget.required("patent_id"),
                        ColumnTarget.required("inventor_id"),
                        ColumnTarget.required("location_id")));
        table.use(c);
        while (table.next()) {
          int id = ids.find(table.bytes(c[0]), table.start(c[0]), table.end(c[0]));
          if (id < 0) {
            rejects.reject(
                table.line(), "patent_id", table.text(c[0]), RejectCode.IDENTIFIER_UNKNOWN);
          } else if (counts(id)) {
            int location = -1;
            if (!table.isEmpty(c[2])) {
              location = locations.find(table.bytes(c[2]), table.start(c[2]), table.end(c[2]));
              if (location < 0) {
                rejects.reject(
                    table.line(), "location_id", table.text(c[2]), RejectCode.IDENTIFIER_UNKNOWN);
              }
            }
            long who =
                table.isEmpty(c[1])
                    ? EventRows.NOBODY
                    : TextHash.of(table.bytes(c[1]), table.start(c[1]), table.end(c[1]));
            int whose = id < assignee.length ? assignee[id] - 1 : -1;
            int where = location < 0 ? -1 : locations.statement(location);
            rows.add(id, who, whose, where, table.line());
            if (location >= 0 && !Double.isNaN(locations.latDegrees(location))) {
              rows.place(locations.latDegrees(location), locations.lonDegrees(location));
            }
          }
        }
      }
    }

    /// For each patent the number of its first organisation plus one, or 0.
    private int[] readAssignees(Path file) {
      int[] assignee = new int[ids.size()];
      var rejects = new EventBatches(file.toString(), filter, sink);
      try (var table = Table.open(file, rejects)) {
        int[] c =
            ColumnMapping.none()
                .resolve(
                    table.file(),
                    table.columns(),
                    List.of(
                        ColumnTarget.required("patent_id"),
                        ColumnTarget.required("disambig_assignee_organization"),
                        ColumnTarget.optional("assignee_sequence")));
        table.use(present(c));
        int[] sequence = new int[assignee.length];
        while (table.next()) {
          int id = ids.find(table.bytes(c[0]), table.start(c[0]), table.end(c[0]));
          if (id >= 0 && counts(id) && !table.isEmpty(c[1])) {
            double place = c[2] < 0 ? Double.NaN : table.number(c[2]);
            int number = Double.isNaN(place) ? Integer.MAX_VALUE : (int) place;
            if (assignee[id] == 0 || number < sequence[id]) {
              sequence[id] = number;
              assignee[id] =
                  1
                      + organisations.add(
                          0, 0, table.bytes(c[1]), table.start(c[1]), table.end(c[1]));
            }
          }
        }
      }
      rejects.finish();
      return assignee;
    }

    private boolean counts(int record) {
      return rows.kind(record) != EventRows.OTHER_TYPE
          && rows.year(record) >= filter.fromYear()
          && rows.year(record) <= filter.toYear();
    }

    private static int[] present(int[] columns) {
      return java.util.Arrays.stream(columns).filter(c -> c >= 0).toArray();
    }
  }
}
