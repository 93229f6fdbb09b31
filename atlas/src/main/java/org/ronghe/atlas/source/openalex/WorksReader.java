package org.ronghe.atlas.source.openalex;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import org.ronghe.atlas.problem.Reject;
import org.ronghe.atlas.problem.RejectCode;
import org.ronghe.atlas.source.RecordBatch;
import org.ronghe.atlas.source.RecordFilter;
import org.ronghe.atlas.source.input.Block;
import org.ronghe.atlas.source.input.BlockParser;
import org.ronghe.atlas.source.json.JsonFault;
import org.ronghe.atlas.source.json.JsonNumber;
import org.ronghe.atlas.source.json.JsonScanner;
import org.ronghe.atlas.source.json.JsonText;

/// Reads OpenAlex works, one a line, of either generation of the schema: the one up to 2023 with
/// `host_venue` and `raw_affiliation_string`, and the present one with `affiliations`; see
/// https://docs.openalex.org/api-entities/works/work-object .
///
/// A record's persons are the work's authorships, its affiliations are made by [Affiliations], its
/// field is `primary_topic.field.display_name` or else the concept of level 0 with the highest
/// score (the first of equals). Every line is checked whole, whatever is needed of it; a line that
/// is not JSON, lacks an id or has no year is rejected and the next one read.
///
/// Not thread-safe: one reader a thread.
public final class WorksReader implements BlockParser<RecordBatch> {
  /// The kind of the records.
  public static final String KIND = "publication";

  private static final byte[] ID_PREFIX = "https://openalex.org/".getBytes(UTF_8);
  private static final int CONTEXT_BYTES = 40;

  private final JsonScanner json = new JsonScanner();
  private final JsonText id = new JsonText();
  private final JsonText fieldName = new JsonText();
  private final Affiliations affiliations = new Affiliations();
  private final WorkFilter filter;
  private final Work work;

  /// @param filter which works count
  public WorksReader(RecordFilter filter) {
    this.filter = new WorkFilter(filter);
    work = new Work(this.filter.wantsIssns());
  }

  @Override
  public RecordBatch parse(Block block) {
    var batch = new RecordBatch(block.file().name());
    byte[] b = block.bytes();
    int lines = 0;
    int p = 0;
    while (p < block.length()) {
      lines++;
      p = line(batch, b, p, lines) + 1;
    }
    if (!block.damage().isEmpty()) {
      batch.reject(lines + 1L, "", block.damage(), RejectCode.TRUNCATED_INPUT);
    }
    batch.finish(lines);
    return batch;
  }

  /// Reads the line at `p` and returns the position of its line break.
  private int line(RecordBatch batch, byte[] b, int p, int line) {
    try {
      json.start(b, p);
      if (json.atLineEnd()) {
        return json.position();
      }
      boolean object = json.enterObject();
      if (object) {
        work.read(json, b);
      }
      int end = json.endLine();
      String misfit = object ? json.misfit() : "";
      if (misfit == null) {
        record(batch, b, line);
      } else {
        batch.reject(line, misfit, snippet(b, p, end), RejectCode.TYPE_UNEXPECTED);
      }
      return end;
    } catch (JsonFault fault) {
      int end = fault.position();
      while (b[end] != '\n') {
        end++;
      }
      int from = Math.max(p, fault.position() - CONTEXT_BYTES);
      int to = Math.min(end, fault.position() + CONTEXT_BYTES);
      batch.reject(
          line,
          json.key(),
          snippet(b, from, to),
          fault.encoding() ? RejectCode.INVALID_UTF8 : RejectCode.MALFORMED_JSON);
      return end;
    }
  }

  private void record(RecordBatch batch, byte[] b, int line) {
    id.set(b, work.id.from, work.id.to);
    if (id.blank()) {
      batch.reject(line, "id", "", RejectCode.VALUE_MISSING);
      return;
    }
    int year = JsonNumber.digits(b, work.yearFrom, work.yearTo);
    if (year < 1000 || year > 2999) {
      var value = snippet(b, work.yearFrom, work.yearTo);
      batch.reject(line, "publication_year", value, RejectCode.YEAR_INVALID);
      return;
    }
    var field = work.topicField.empty() ? work.conceptField : work.topicField;
    var reason = filter.reason(work, year, field, b);
    if (reason != null) {
      batch.exclude(reason);
      return;
    }
    batch.begin(id.bytes(), idStart(), id.to(), KIND, year, 1);
    batch.atLine(line);
    if (work.truncatedAuthors) {
      batch.flag(RecordBatch.TRUNCATED);
    }
    if (!field.empty()) {
      fieldName.set(b, field.from, field.to);
      batch.field(fieldName.bytes(), fieldName.from(), fieldName.to());
    }
    affiliations.add(batch, work.authorships, b, line);
  }

  /// Where the id starts without the URL's host, which all ids share.
  private int idStart() {
    int end = id.from() + ID_PREFIX.length;
    boolean url =
        id.to() > end && Arrays.equals(id.bytes(), id.from(), end, ID_PREFIX, 0, ID_PREFIX.length);
    return url ? end : id.from();
  }

  static String snippet(byte[] b, int from, int to) {
    int shown = Math.min(to, from + 4 * Reject.LONGEST_VALUE);
    return new String(b, from, shown - from, UTF_8);
  }
}
