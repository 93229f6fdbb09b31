package org.ronghe.atlas.source.openalex;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.ronghe.atlas.problem.ProblemException;
import org.ronghe.atlas.problem.RejectCode;
import org.ronghe.atlas.source.RecordBatch;
import org.ronghe.atlas.source.RecordFilter;
import org.ronghe.atlas.source.input.Block;
import org.ronghe.atlas.source.input.BlockParser;
import org.ronghe.atlas.source.input.InputFile;
import org.ronghe.atlas.source.json.JsonKind;
import org.ronghe.atlas.source.json.JsonLines;
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

  private final JsonLines lines = new JsonLines();
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

  /// Makes sure that all `files` hold works; call it before the first is read to its end.
  ///
  /// @throws ProblemException `FILE_UNKNOWN` with the first that does not, `FILE_UNREADABLE`
  public static void requireWorks(List<InputFile> files) {
    JsonKind.require(files, Set.of(JsonKind.WORKS));
  }

  @Override
  public RecordBatch parse(Block block) {
    var batch = new RecordBatch(block.file().name());
    batch.finish(lines.read(block, new Into(batch)));
    return batch;
  }

  private final class Into implements JsonLines.Handler {
    private final RecordBatch batch;

    Into(RecordBatch batch) {
      this.batch = batch;
    }

    @Override
    public void scan(JsonScanner json, byte[] text) {
      work.read(json, text);
    }

    @Override
    public void accept(byte[] text, int line) {
      record(batch, text, line);
    }

    @Override
    public void reject(long line, String field, String value, RejectCode code) {
      batch.reject(line, field, value, code);
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
      var value = JsonLines.text(b, work.yearFrom, work.yearTo);
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
}
