package org.ronghe.atlas.source.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ronghe.atlas.source.ExclusionReason;
import org.ronghe.atlas.source.OrganisationKey;
import org.ronghe.atlas.source.RecordBatch;

/// Batches spelled out, a line for each record: `id kind year weight @line: person@where, …`.
final class Batches {
  final List<String> records = new ArrayList<>();
  final List<String> rejects = new ArrayList<>();
  final Map<ExclusionReason, Long> excluded = new TreeMap<>();
  private final Map<String, Long> linesOfFile = new TreeMap<>();
  long lines;
  int batches;

  void add(RecordBatch batch) {
    batches++;
    for (int r = 0; r < batch.records(); r++) {
      var text = new StringBuilder();
      text.append(batch.id(r)).append(' ').append(batch.kind(r)).append(' ').append(batch.year(r));
      text.append(' ').append(batch.weight(r)).append(" @").append(batch.line(r)).append(':');
      for (int c = batch.firstContribution(r); c < batch.firstContribution(r + 1); c++) {
        text.append(' ').append(batch.person(c)).append('@').append(where(batch, c));
      }
      records.add(text.toString());
    }
    long linesBefore = linesOfFile.getOrDefault(batch.file(), 0L);
    batch
        .rejects()
        .forEach(reject ->
            rejects.add(
                reject.after(linesBefore).line()
                    + " "
                    + reject.field()
                    + " "
                    + reject.value()
                    + " "
                    + reject.code().code()));
    batch.excluded().forEach((reason, count) -> excluded.merge(reason, count, Long::sum));
    lines += batch.lines();
    linesOfFile.merge(batch.file(), batch.lines(), Long::sum);
  }

  private static String where(RecordBatch batch, int c) {
    var parts = new ArrayList<String>();
    if (!Double.isNaN(batch.latDegrees(c))) {
      parts.add(batch.latDegrees(c) + "/" + batch.lonDegrees(c));
    }
    int o = batch.organisation(c);
    if (o >= 0) {
      var organisations = batch.organisations();
      parts.add(
          OrganisationKey.url(organisations.openAlexKey(o))
              + OrganisationKey.url(organisations.rorKey(o))
              + organisations.name(o));
    }
    if (batch.statement(c) >= 0) {
      parts.add('"' + batch.strings().get(batch.statement(c)) + '"');
    }
    return String.join("+", parts);
  }
}
