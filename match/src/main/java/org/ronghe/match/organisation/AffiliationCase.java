package org.ronghe.match.organisation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ronghe.match.problem.MatchCode;
import org.ronghe.match.problem.MatchProblem;
import org.ronghe.match.source.RecordFile;
import org.ronghe.match.source.TextRecord;

/// An affiliation with what a person found it to name.
///
/// @param affiliation as printed
/// @param ids the organisations it names; empty if none that is known
public record AffiliationCase(String affiliation, Set<String> ids) {

  public AffiliationCase {
    ids = Set.copyOf(ids);
  }

  /// Reads JSON or a table with `affiliation` and `ror_ids` (or `ids`, `id`, `ror`).
  public static List<AffiliationCase> read(Path file) throws IOException {
    List<AffiliationCase> cases = RecordFile.read(file).stream().map(AffiliationCase::of).toList();
    if (cases.stream().allMatch(one -> one.affiliation.isBlank())) {
      throw new MatchProblem(MatchCode.RECORDS_WITHOUT, file, cases.size(), "affiliation");
    }
    return cases;
  }

  private static AffiliationCase of(TextRecord record) {
    return new AffiliationCase(
        record.first("affiliation", "name", "string", "text"),
        Stream.of(
                record
                    .first("ror_ids", "ror_id", "ids", "ror", "label", "id")
                    .split("[\\t;,| ]", -1))
            .filter(id -> !id.isBlank())
            .collect(Collectors.toUnmodifiableSet()));
  }
}
