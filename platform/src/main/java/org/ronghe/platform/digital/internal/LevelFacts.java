package org.ronghe.platform.digital.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ronghe.platform.digital.Assessment;
import org.ronghe.platform.facts.Correction;
import org.ronghe.platform.facts.Fact;
import org.ronghe.platform.facts.Facts;
import org.ronghe.platform.facts.NewFact;
import org.ronghe.platform.facts.Validity;
import org.springframework.stereotype.Component;

/// Enters what was settled as facts of the firm, so that rulebooks that ask for the level find it:
/// for the day of the assessment, with the assessment as the source, in the name of whoever settled
/// it. What was known for that day before is corrected, and stays in the history.
@Component
class LevelFacts {
  private final Facts facts;

  LevelFacts(Facts facts) {
    this.facts = facts;
  }

  /// Called within the transaction that settles it.
  void enter(Assessment settled) {
    var values = new TreeMap<String, String>();
    Integer level = settled.standing().level();
    String base = settled.standing().base();
    if (level != null) {
      values.put("digital_level", level.toString());
    }
    if (base != null) {
      values.put("digital_base_score", base);
    }
    List<Fact> known = facts.known(settled.organisation(), null);
    for (Map.Entry<String, String> value : values.entrySet()) {
      enter(settled, value.getKey(), value.getValue(), known);
    }
  }

  private void enter(Assessment settled, String attribute, String value, List<Fact> known) {
    Validity day = Validity.day(settled.asOf());
    String source = source(settled);
    Optional<Fact> old =
        known.stream()
            .filter(fact -> fact.attribute().equals(attribute))
            .filter(fact -> fact.valid().overlaps(day))
            .findFirst();
    if (old.isEmpty()) {
      facts.record(NewFact.of(settled.organisation(), attribute, value, day, source));
    } else {
      facts.correct(old.get().id(), new Correction(value, day, source, null, source));
    }
  }

  /// What a reader of the fact finds it by, in both languages, as it is kept.
  private static String source(Assessment settled) {
    return switch (settled.stage()) {
      case BEFORE ->
          "数字化水平评测（改造前）第 %1$d 号 / digital assessment %1$d, before the upgrade"
              .formatted(settled.id());
      case AFTER ->
          "数字化水平评测（改造后）第 %1$d 号 / digital assessment %1$d, after the upgrade"
              .formatted(settled.id());
    };
  }
}
