package org.ronghe.match.organisation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ronghe.match.source.RecordFile;

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
    return RecordFile.read(file).stream()
        .map(record ->
            new AffiliationCase(
                record.first("affiliation", "name", "string", "text"),
                Stream.of(
                        record
                            .first("ror_ids", "ror_id", "ids", "ror", "label", "id")
                            .split("[\\t;,| ]", -1))
                    .filter(id -> !id.isBlank())
                    .collect(Collectors.toUnmodifiableSet())))
        .toList();
  }
}
