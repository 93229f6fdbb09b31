package org.ronghe.benchmarks;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// What every reader of works must agree on, filled from the same fields: id, publication_year,
/// type, is_retracted, is_paratext and, of each authorship, its institutions' id and ror and the
/// raw affiliation strings in either generation of the schema. A work without authorships counts as
/// having one, as it does in our records.
final class WorkTotals {
  long works;
  long authorships;
  long years;
  long institutions;
  long retracted;
  long paratext;

  /// Keeps the reader from throwing away the text it was asked for.
  long textLength;

  /// Ends a work that began when there were `before` authorships.
  void endWork(long before) {
    works++;
    authorships = Math.max(authorships, before + 1);
  }

  void text(@Nullable String value) {
    if (value != null) {
      textLength += value.length();
    }
  }

  void text(byte @Nullable [] value) {
    if (value != null) {
      textLength += new String(value, StandardCharsets.UTF_8).length();
    }
  }

  Outcome into(Outcome outcome) {
    return outcome
        .put("works", works)
        .put("authorships", authorships)
        .put("years", years)
        .put("institutions", institutions)
        .put("flagged", retracted + paratext)
        .put("text_length", textLength);
  }
}
