package org.ronghe.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.simdjson.JsonValue;
import org.simdjson.SimdJsonParser;
import org.simdjson.annotations.JsonFieldName;

/// Works by simdjson-java, which needs `--add-modules jdk.incubator.vector`.
final class SimdjsonWorks {
  private static final int LARGEST_LINE = 1 << 24;
  private static final int DEEPEST = 64;

  private final WorkTotals totals = new WorkTotals();
  private final SimdJsonParser parser = new SimdJsonParser(LARGEST_LINE, DEEPEST);
  private byte[] line = new byte[1 << 20];

  private SimdjsonWorks() {}

  /// A tree of values, of which the fields are picked.
  static WorkTotals tree(Path file) throws IOException {
    var works = new SimdjsonWorks();
    LineReader.read(
        file,
        (bytes, from, to) -> {
          int length = works.take(bytes, from, to);
          long before = works.totals.authorships;
          works.work(works.parser.parse(works.line, length));
          works.totals.endWork(before);
        });
    return works.totals;
  }

  /// Straight into records that have only the fields.
  static WorkTotals records(Path file) throws IOException {
    var works = new SimdjsonWorks();
    LineReader.read(
        file,
        (bytes, from, to) -> {
          int length = works.take(bytes, from, to);
          long before = works.totals.authorships;
          works.work(works.parser.parse(works.line, length, Work.class));
          works.totals.endWork(before);
        });
    return works.totals;
  }

  private int take(byte[] bytes, int from, int to) {
    int length = to - from;
    if (length + LineReader.PADDING > line.length) {
      line = new byte[(length + LineReader.PADDING) * 2];
    }
    System.arraycopy(bytes, from, line, 0, length);
    return length;
  }

  /// A work as far as it is needed.
  public record Work(
      @Nullable String id,
      @JsonFieldName("publication_year") int year,
      @Nullable String type,
      @JsonFieldName("is_retracted") @Nullable Boolean retracted,
      @JsonFieldName("is_paratext") @Nullable Boolean paratext,
      @Nullable List<Authorship> authorships) {}

  /// An author of a work.
  public record Authorship(
      @Nullable List<Institution> institutions,
      @JsonFieldName("raw_affiliation_string") @Nullable String statement,
      @JsonFieldName("raw_affiliation_strings") @Nullable List<String> statements) {}

  /// Where an author works.
  public record Institution(@Nullable String id, @Nullable String ror) {}

  private void work(Work work) {
    totals.years += work.year();
    totals.text(work.id());
    totals.text(work.type());
    totals.retracted += Boolean.TRUE.equals(work.retracted()) ? 1 : 0;
    totals.paratext += Boolean.TRUE.equals(work.paratext()) ? 1 : 0;
    if (work.authorships() == null) {
      return;
    }
    for (Authorship authorship : work.authorships()) {
      totals.authorships++;
      totals.text(authorship.statement());
      if (authorship.statements() != null) {
        authorship.statements().forEach(totals::text);
      }
      if (authorship.institutions() != null) {
        for (Institution institution : authorship.institutions()) {
          totals.institutions++;
          totals.text(institution.id());
          totals.text(institution.ror());
        }
      }
    }
  }

  private void work(JsonValue work) {
    totals.years += work.get("publication_year").asLong();
    text(work.get("id"));
    text(work.get("type"));
    totals.retracted += work.get("is_retracted").asBoolean() ? 1 : 0;
    totals.paratext += work.get("is_paratext").asBoolean() ? 1 : 0;
    for (Iterator<JsonValue> a = work.get("authorships").arrayIterator(); a.hasNext(); ) {
      JsonValue authorship = a.next();
      totals.authorships++;
      text(authorship.get("raw_affiliation_string"));
      JsonValue statements = authorship.get("raw_affiliation_strings");
      if (statements != null && statements.isArray()) {
        statements.arrayIterator().forEachRemaining(this::text);
      }
      JsonValue institutions = authorship.get("institutions");
      for (Iterator<JsonValue> i = institutions.arrayIterator(); i.hasNext(); ) {
        JsonValue institution = i.next();
        totals.institutions++;
        text(institution.get("id"));
        text(institution.get("ror"));
      }
    }
  }

  private void text(@Nullable JsonValue value) {
    if (value != null && value.isString()) {
      totals.text(value.asString());
    }
  }
}
