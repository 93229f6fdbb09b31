package org.ronghe.atlas.source.table;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import org.ronghe.atlas.problem.RejectCode;
import org.ronghe.atlas.source.OrganisationKey;
import org.ronghe.atlas.source.OrganisationTable;
import org.ronghe.atlas.source.RecordBatch;
import org.ronghe.atlas.source.RecordFilter;
import org.ronghe.atlas.source.StringTable;

/// Reads generic events – deals, patents, anything with a year and a place – from CSV, TSV or
/// Parquet, one row for each affiliation of a person on a record.
///
/// Columns `id`, `year`, and `kind`, `weight`, `person`, `organisation`, `ror`, `lat`, `lon`,
/// `address` where the file has them. All rows of one id, wherever they stand, are one record; its
/// first row says its kind, year and weight. Rows of the same person are that person's
/// affiliations; a row without a person is a person of its own. The whole table is held while it is
/// read, about 44 bytes a row and each distinct text once.
public final class EventTable {
  private final Table table;
  private final EventColumns columns;
  private final int defaultKind;
  private final EventBatches batches;

  private final EventRows rows = new EventRows();
  private int lastRecord = -1;
  private final StringTable ids = new StringTable();
  private final StringTable kinds = new StringTable();
  private final StringTable statements = new StringTable();
  private final OrganisationTable organisations = new OrganisationTable();

  private EventTable(Table table, EventColumns columns, String defaultKind, EventBatches batches) {
    this.table = table;
    this.columns = columns;
    this.batches = batches;
    this.defaultKind = kinds.add(defaultKind);
  }

  /// Reads `path` and hands its records on in the order in which their ids first appear.
  ///
  /// @param defaultKind the kind of a row that says none, such as `deal`
  /// @param filter of it the years apply
  /// @param sink takes the batches, in order, in the calling thread
  /// @throws org.ronghe.atlas.problem.ProblemException if the file cannot be read or lacks a column
  public static void read(
      Path path,
      ColumnMapping mapping,
      String defaultKind,
      RecordFilter filter,
      Consumer<RecordBatch> sink) {
    var batches = new EventBatches(path.toString(), filter, sink);
    try (var table = Table.open(path, batches)) {
      var columns = EventColumns.of(table.file(), table.columns(), mapping);
      table.use(columns.used());
      new EventTable(table, columns, defaultKind, batches).run();
    }
  }

  /// Looks whether `path` can be read as events, without reading it: it opens and has the columns.
  ///
  /// @throws org.ronghe.atlas.problem.ProblemException if it cannot
  public static void require(Path path, ColumnMapping mapping) {
    try (var table = Table.open(path, (line, field, value, code) -> {})) {
      EventColumns.of(table.file(), table.columns(), mapping);
    }
  }

  private void run() {
    while (table.next()) {
      int record = record();
      if (record >= 0) {
        row(record);
      }
    }
    batches.emit(rows, new EventTexts(ids, kinds, statements, organisations));
  }

  /// The record of the row, added if it is new; -1 when the row is rejected.
  private int record() {
    int id = columns.id();
    if (table.isEmpty(id)) {
      reject(id, RejectCode.VALUE_MISSING);
      return -1;
    }
    double weight = 1;
    boolean weighed = columns.weight() >= 0 && !table.isEmpty(columns.weight());
    if (weighed) {
      weight = table.number(columns.weight());
      if (!(weight >= 0)) {
        reject(columns.weight(), RejectCode.NUMBER_INVALID);
        return -1;
      }
    }
    int y = columns.year();
    boolean dated = !table.isEmpty(y);
    int year = dated ? DecimalText.year(table.bytes(y), table.start(y), table.end(y)) : -1;
    if (dated && year < 0) {
      reject(y, RejectCode.YEAR_INVALID);
      return -1;
    }
    int k = columns.kind();
    boolean named = k >= 0 && !table.isEmpty(k);
    int before = ids.size();
    int record = record(table.bytes(id), table.start(id), table.end(id), dated);
    if (record < 0) {
      reject(y, RejectCode.VALUE_MISSING);
      return -1;
    }
    int kind = named ? kinds.add(table.bytes(k), table.start(k), table.end(k)) : defaultKind;
    if (record == before) {
      return rows.addRecord(kind, year, weight, table.line());
    }
    if (dated && rows.year(record) != year) {
      reject(y, RejectCode.CONFLICTING_ROWS);
    }
    if (named && rows.kind(record) != kind) {
      reject(k, RejectCode.CONFLICTING_ROWS);
    }
    if (weighed && Double.compare(rows.weight(record), weight) != 0) {
      reject(columns.weight(), RejectCode.CONFLICTING_ROWS);
    }
    return record;
  }

  /// The number of the id, added if it is new and `mayAdd`; rows of one id mostly stand together.
  private int record(byte[] text, int from, int to, boolean mayAdd) {
    boolean again =
        lastRecord >= 0
            && Arrays.equals(
                ids.bytes(), ids.start(lastRecord), ids.end(lastRecord), text, from, to);
    if (!again) {
      lastRecord = mayAdd ? ids.add(text, from, to) : ids.find(text, from, to);
    }
    return lastRecord;
  }

  private void row(int record) {
    int p = columns.person();
    long person =
        p < 0 || table.isEmpty(p)
            ? EventRows.NOBODY
            : TextHash.of(table.bytes(p), table.start(p), table.end(p));
    int organisation = organisation();
    int a = columns.place().address();
    int statement = -1;
    if (a >= 0 && !table.isEmpty(a)) {
      statement = statements.add(table.bytes(a), table.start(a), table.end(a));
    }
    boolean named =
        organisation >= 0
            && organisations.rorKey(organisation) == OrganisationKey.NONE
            && organisations.openAlexKey(organisation) == OrganisationKey.NONE;
    rows.add(record, person, organisation, statement, table.line());
    boolean placed = place();
    if (!placed && statement < 0 && named) {
      // All there is to find the place by is the name, so the name is what was printed.
      rows.state(statements.add(organisations.name(organisation)));
    }
  }

  private int organisation() {
    int o = columns.organisation().name();
    int r = columns.organisation().ror();
    long ror = OrganisationKey.NONE;
    long openAlex = OrganisationKey.NONE;
    if (r >= 0 && !table.isEmpty(r)) {
      ror = OrganisationKey.parse(table.bytes(r), table.start(r), table.end(r));
      if (!OrganisationKey.isRor(ror)) {
        reject(r, RejectCode.IDENTIFIER_INVALID);
        ror = OrganisationKey.NONE;
      }
    }
    if (o < 0 || table.isEmpty(o)) {
      return ror == OrganisationKey.NONE ? -1 : organisations.add(0, ror, NO_NAME, 0, 0);
    }
    long key = OrganisationKey.parse(table.bytes(o), table.start(o), table.end(o));
    if (key == OrganisationKey.NONE) {
      return organisations.add(0, ror, table.bytes(o), table.start(o), table.end(o));
    }
    if (!OrganisationKey.isRor(key)) {
      openAlex = key;
    } else if (ror == OrganisationKey.NONE) {
      ror = key;
    }
    return organisations.add(openAlex, ror, NO_NAME, 0, 0);
  }

  private static final byte[] NO_NAME = {};

  /// Gives the row its coordinates, if it has any that can be.
  private boolean place() {
    int a = columns.place().lat();
    int o = columns.place().lon();
    if (a < 0 || (table.isEmpty(a) && table.isEmpty(o))) {
      return false;
    }
    double lat = table.number(a);
    double lon = table.number(o);
    if (!(Math.abs(lat) <= 90)) {
      reject(a, RejectCode.COORDINATE_IMPOSSIBLE);
      return false;
    }
    if (!(Math.abs(lon) <= 180)) {
      reject(o, RejectCode.COORDINATE_IMPOSSIBLE);
      return false;
    }
    rows.place(lat, lon);
    return true;
  }

  private void reject(int column, RejectCode code) {
    batches.reject(table.line(), table.columns().get(column), table.text(column), code);
  }
}
