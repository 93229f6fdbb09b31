package org.ronghe.atlas.source.openalex;

import java.util.ArrayList;
import java.util.List;
import org.ronghe.atlas.problem.Reject;
import org.ronghe.atlas.source.OrganisationKey;
import org.ronghe.atlas.source.RecordBatch;
import org.ronghe.atlas.source.RecordFilter;
import org.ronghe.atlas.source.input.Blocks;

/// Works written by hand, read, and told in words.
final class Lines {
  private Lines() {}

  /// Lines with `'` for `"`.
  static RecordBatch read(RecordFilter filter, String... lines) {
    var quoted = List.of(lines).stream().map(line -> line.replace('\'', '"'));
    return new WorksReader(filter).parse(Blocks.of(quoted.toArray(String[]::new)));
  }

  static RecordBatch read(String... lines) {
    return read(RecordFilter.all(), lines);
  }

  /// A work of 2020 with these further members.
  static String work(String members) {
    return "{'id':'https://openalex.org/W1','publication_year':2020" + members + "}";
  }

  /// A work whose authorships are these.
  static String authorships(String... authorships) {
    return work(",'authorships':[" + String.join(",", authorships) + "]");
  }

  /// The contributions of record `r`, such as `0:I12/042fqyp44 "Name"` or `1:"as printed"`.
  static List<String> contributions(RecordBatch batch, int r) {
    var told = new ArrayList<String>();
    for (int c = batch.firstContribution(r); c < batch.firstContribution(r + 1); c++) {
      int o = batch.organisation(c);
      int s = batch.statement(c);
      told.add(
          batch.person(c)
              + ":"
              + (o < 0 ? "" : organisation(batch, o))
              + (s < 0 ? "" : "\"" + batch.strings().get(s) + "\""));
    }
    return told;
  }

  /// Organisation `o` in words.
  static String organisation(RecordBatch batch, int o) {
    var table = batch.organisations();
    return last(table.openAlexKey(o)) + "/" + last(table.rorKey(o)) + " " + table.name(o);
  }

  private static String last(long key) {
    var url = OrganisationKey.url(key);
    return url.substring(url.lastIndexOf('/') + 1);
  }

  static List<String> rejects(RecordBatch batch) {
    return batch.rejects().stream().map(Lines::told).toList();
  }

  private static String told(Reject reject) {
    return reject.line() + " " + reject.field() + " " + reject.code().code();
  }
}
