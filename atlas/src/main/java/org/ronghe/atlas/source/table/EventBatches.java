package org.ronghe.atlas.source.table;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.ronghe.atlas.problem.RejectCode;
import org.ronghe.atlas.source.ExclusionReason;
import org.ronghe.atlas.source.RecordBatch;
import org.ronghe.atlas.source.RecordFilter;

/// Turns grouped rows into batches of records, and hands on rejects before they pile up.
///
/// Lines are those of the whole file: every batch but the last claims to hold no lines.
final class EventBatches implements RejectSink {
  private static final int RECORDS = 1 << 16;
  private static final int REJECTS = 1 << 13;

  private final String file;
  private final RecordFilter filter;
  private final Consumer<RecordBatch> sink;
  private final String idColumn;
  private final RejectSink rowRejects;
  private RecordBatch batch;
  private long lastLine;

  /// Where each text of the whole file stands in the current batch, plus the base; below the base
  /// if it is not in this batch yet.
  private int[] organisationInBatch = {};

  private int[] statementInBatch = {};
  private int organisationBase = 1;
  private int statementBase = 1;

  /// Scratch: the ordinals and rows of the record at hand.
  private int[] ordinal = new int[64];

  private long[] ordered = new long[64];

  EventBatches(String file, RecordFilter filter, Consumer<RecordBatch> sink) {
    this.file = file;
    this.filter = filter;
    this.sink = sink;
    idColumn = "id";
    rowRejects = this;
    batch = new RecordBatch(file);
  }

  /// For records and rows in two files: `rows` takes what is wrong with the rows.
  ///
  /// @param idColumn the column of the rows that names the record
  EventBatches(
      String file,
      RecordFilter filter,
      Consumer<RecordBatch> sink,
      String idColumn,
      RejectSink rows) {
    this.file = file;
    this.filter = filter;
    this.sink = sink;
    this.idColumn = idColumn;
    rowRejects = rows;
    batch = new RecordBatch(file);
  }

  @Override
  public void reject(long line, String field, String value, RejectCode code) {
    lastLine = Math.max(lastLine, line);
    batch.reject(line, field, value, code);
    if (batch.records() == 0 && batch.rejects().size() >= REJECTS) {
      hand(0);
    }
  }

  /// Hands on what was rejected and nothing else.
  void finish() {
    hand(lastLine);
  }

  /// Hands on all records of `rows`.
  void emit(EventRows rows, EventTexts texts) {
    organisationInBatch = new int[texts.organisations().size()];
    statementInBatch = new int[texts.statements().size()];
    var kinds = texts.kinds().toArray();
    var grouped = rows.grouped();
    for (int r = 0; r < rows.records(); r++) {
      if (batch.records() == RECORDS) {
        hand(0);
      }
      lastLine = Math.max(lastLine, rows.recordLine(r));
      if (rows.kind(r) == EventRows.OTHER_TYPE) {
        batch.exclude(ExclusionReason.TYPE);
        continue;
      }
      if (rows.year(r) < filter.fromYear() || rows.year(r) > filter.toYear()) {
        batch.exclude(ExclusionReason.YEAR);
        continue;
      }
      batch.begin(
          texts.ids().bytes(),
          texts.ids().start(r),
          texts.ids().end(r),
          kinds[rows.kind(r)],
          rows.year(r),
          rows.weight(r));
      batch.atLine(rows.recordLine(r));
      persons(rows, texts, grouped, r);
    }
    finish();
  }

  private void persons(EventRows rows, EventTexts texts, EventRows.Grouped grouped, int r) {
    int from = grouped.from(r);
    int n = grouped.to(r) - from;
    if (n == 1) {
      batch.person();
      affiliation(rows, texts, grouped.row(from), 0);
      return;
    }
    if (n > ordinal.length) {
      ordinal = new int[Math.max(n, ordinal.length * 2)];
      ordered = new long[ordinal.length];
    }
    int kept = n <= 16 ? few(rows, texts, grouped, from, n) : many(rows, texts, grouped, from, n);
    // By person, then by row: all affiliations of a person stand together.
    Arrays.sort(ordered, 0, kept);
    int open = -1;
    for (int i = 0; i < kept; i++) {
      int person = (int) (ordered[i] >>> 32);
      if (person != open) {
        open = batch.person();
      }
      affiliation(rows, texts, grouped.row((int) ordered[i]), open);
    }
  }

  /// Numbers the persons of a record with few rows by comparing each with each.
  private int few(EventRows rows, EventTexts texts, EventRows.Grouped grouped, int from, int n) {
    int kept = 0;
    int persons = 0;
    for (int i = 0; i < n; i++) {
      int row = grouped.row(from + i);
      int who = -1;
      boolean repeated = false;
      for (int j = 0; j < i && !repeated; j++) {
        int other = grouped.row(from + j);
        repeated = rows.same(row, other);
        if (rows.person(row) != EventRows.NOBODY && rows.person(row) == rows.person(other)) {
          who = ordinal[j];
        }
      }
      ordinal[i] = who >= 0 ? who : persons;
      if (repeated) {
        duplicate(rows, texts, row);
        continue;
      }
      persons = who >= 0 ? persons : persons + 1;
      ordered[kept++] = ((long) ordinal[i] << 32) | (from + i);
    }
    return kept;
  }

  /// As [#few], by hash.
  private int many(EventRows rows, EventTexts texts, EventRows.Grouped grouped, int from, int n) {
    var seen = new HashMap<Long, int[]>();
    var ordinals = new HashMap<Long, Integer>();
    int kept = 0;
    int persons = 0;
    for (int i = 0; i < n; i++) {
      int row = grouped.row(from + i);
      if (repeated(rows, seen, row)) {
        duplicate(rows, texts, row);
        continue;
      }
      int who = persons;
      if (rows.person(row) != EventRows.NOBODY) {
        var known = ordinals.putIfAbsent(rows.person(row), persons);
        who = known == null ? persons : known;
      }
      persons = who == persons ? persons + 1 : persons;
      ordered[kept++] = ((long) who << 32) | (from + i);
    }
    return kept;
  }

  private static boolean repeated(EventRows rows, Map<Long, int[]> seen, int row) {
    long fingerprint = rows.fingerprint(row);
    int[] alike = seen.get(fingerprint);
    if (alike == null) {
      seen.put(fingerprint, new int[] {row});
      return false;
    }
    for (int other : alike) {
      if (rows.same(row, other)) {
        return true;
      }
    }
    int[] more = Arrays.copyOf(alike, alike.length + 1);
    more[alike.length] = row;
    seen.put(fingerprint, more);
    return false;
  }

  private void duplicate(EventRows rows, EventTexts texts, int row) {
    int record = rows.recordOf(row);
    rowRejects.reject(rows.line(row), idColumn, texts.ids().get(record), RejectCode.DUPLICATE_ID);
  }

  private void affiliation(EventRows rows, EventTexts texts, int row, int person) {
    int organisation = rows.organisation(row);
    if (organisation >= 0) {
      organisation = organisationInBatch(texts, organisation);
    }
    int statement = rows.statement(row);
    if (statement >= 0) {
      statement = statementInBatch(texts, statement);
    }
    batch.affiliation(person, organisation, statement, rows.latDegrees(row), rows.lonDegrees(row));
  }

  private int organisationInBatch(EventTexts texts, int i) {
    if (organisationInBatch[i] < organisationBase) {
      var all = texts.organisations();
      organisationInBatch[i] =
          organisationBase
              + batch.organisations().add(all.openAlexKey(i), all.rorKey(i), all.name(i));
    }
    return organisationInBatch[i] - organisationBase;
  }

  private int statementInBatch(EventTexts texts, int i) {
    if (statementInBatch[i] < statementBase) {
      var all = texts.statements();
      statementInBatch[i] =
          statementBase + batch.strings().add(all.bytes(), all.start(i), all.end(i));
    }
    return statementInBatch[i] - statementBase;
  }

  private void hand(long lines) {
    batch.finish(lines);
    organisationBase += batch.organisations().size();
    statementBase += batch.strings().size();
    sink.accept(batch);
    batch = new RecordBatch(file);
  }
}
