package org.ronghe.platform.facts.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.facts.Evidence;
import org.ronghe.platform.facts.Fact;
import org.ronghe.platform.facts.dictionary.Attribute;
import org.ronghe.platform.web.View;

/// Everything that was ever recorded of an attribute of a subject.
///
/// @param records newest first
/// @param evidence by id, as far as the reader may see it
public record HistoryPage(
    View view,
    SubjectHead head,
    Attribute attribute,
    List<Fact> records,
    ValueWords words,
    Map<Long, Evidence> evidence) {
  public HistoryPage {
    records = List.copyOf(records);
    evidence = Map.copyOf(evidence);
  }

  /// What became of a record.
  public enum Fate {
    STANDS,
    CORRECTED,
    RETRACTED
  }

  /// What became of a record.
  public Fate fate(Fact fact) {
    if (fact.recorded().open()) {
      return Fate.STANDS;
    }
    Set<Long> corrected = new HashSet<>();
    for (Fact other : records) {
      if (other.provenance().corrects() != null) {
        corrected.add(other.provenance().corrects());
      }
    }
    return corrected.contains(fact.id()) ? Fate.CORRECTED : Fate.RETRACTED;
  }

  /// The evidence of a record; null where there is none, or none that the reader may see.
  public @Nullable Evidence evidence(Fact fact) {
    Long id = fact.provenance().evidence();
    return id == null ? null : evidence.get(id);
  }
}
