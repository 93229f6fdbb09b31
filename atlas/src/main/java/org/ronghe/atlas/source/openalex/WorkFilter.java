package org.ronghe.atlas.source.openalex;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ronghe.atlas.source.ExclusionReason;
import org.ronghe.atlas.source.RecordFilter;
import org.ronghe.atlas.source.json.JsonText;

/// A [RecordFilter] put so that it answers on bytes.
///
/// The first generation of the schema has Crossref's types in `type`. There `journal-article`
/// counts as `article` as well, which is what OpenAlex made of it; see
/// https://docs.openalex.org/api-entities/works/work-object#type .
final class WorkFilter {
  private static final byte[] PARATEXT = "paratext".getBytes(UTF_8);
  private static final byte[] JOURNAL_ARTICLE = "journal-article".getBytes(UTF_8);

  private final RecordFilter filter;
  private final byte[][] types;
  private final byte[][] crossrefTypes;
  private final byte[][] fields;
  private final long[] issns;
  private final JsonText text = new JsonText();

  WorkFilter(RecordFilter filter) {
    this.filter = filter;
    crossrefTypes = bytes(filter.types());
    var withOldNames = new HashSet<>(filter.types());
    if (withOldNames.contains("article")) {
      withOldNames.add(new String(JOURNAL_ARTICLE, UTF_8));
    }
    types = bytes(withOldNames);
    fields = bytes(filter.fields());
    issns =
        filter.issns().stream()
            .map(issn -> issn.toUpperCase(Locale.ROOT).getBytes(UTF_8))
            .mapToLong(issn -> issn(issn, 0, issn.length))
            .sorted()
            .toArray();
  }

  private static byte[][] bytes(Set<String> texts) {
    return texts.stream().sorted().map(text -> text.getBytes(UTF_8)).toArray(byte[][]::new);
  }

  /// Whether journals matter at all.
  boolean wantsIssns() {
    return !filter.issns().isEmpty();
  }

  /// Why `work` does not count, or null if it does; of several reasons the first in the order year,
  /// type, retracted, paratext, truncated authors, journal, field.
  ///
  /// @param field where its field of science stands in `line`
  @Nullable ExclusionReason reason(Work work, int year, Span field, byte[] line) {
    if (year < filter.fromYear() || year > filter.toYear()) {
      return ExclusionReason.YEAR;
    }
    if (!filter.types().isEmpty()
        && !in(types, work.type, line)
        && !in(crossrefTypes, work.crossrefType, line)) {
      return ExclusionReason.TYPE;
    }
    if (work.retracted && !filter.retracted()) {
      return ExclusionReason.RETRACTED;
    }
    if (!filter.paratext() && (work.paratext || is(PARATEXT, work.type, line))) {
      return ExclusionReason.PARATEXT;
    }
    if (work.truncatedAuthors && !filter.truncatedAuthors()) {
      return ExclusionReason.TRUNCATED_AUTHORS;
    }
    if (wantsIssns() && !inJournals(work, line)) {
      return ExclusionReason.JOURNAL;
    }
    if (!filter.fields().isEmpty() && !in(fields, field, line)) {
      return ExclusionReason.FIELD;
    }
    return null;
  }

  private boolean is(byte[] wanted, Span span, byte[] line) {
    if (span.empty()) {
      return false;
    }
    text.set(line, span.from, span.to);
    return Arrays.equals(text.bytes(), text.from(), text.to(), wanted, 0, wanted.length);
  }

  private boolean in(byte[][] wanted, Span span, byte[] line) {
    for (byte[] each : wanted) {
      if (is(each, span, line)) {
        return true;
      }
    }
    return false;
  }

  private boolean inJournals(Work work, byte[] line) {
    for (int i = 0; i < work.issns; i++) {
      text.set(line, work.issnFrom[i], work.issnTo[i]);
      long issn = issn(text.bytes(), text.from(), text.to());
      if (issn != 0 && Arrays.binarySearch(issns, issn) >= 0) {
        return true;
      }
    }
    return false;
  }

  /// The eight characters of an ISSN as a number, without regard to the hyphen; 0 if it is none.
  private static long issn(byte[] b, int from, int to) {
    long packed = 0;
    int count = 0;
    for (int i = from; i < to; i++) {
      byte c = b[i];
      if (c == '-') {
        continue;
      }
      byte upper = c == 'x' ? (byte) 'X' : c;
      packed = packed << 8 | upper;
      count++;
    }
    return count == 8 ? packed : 0;
  }
}
