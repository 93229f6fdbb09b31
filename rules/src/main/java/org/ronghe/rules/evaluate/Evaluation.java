package org.ronghe.rules.evaluate;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ronghe.rules.book.CaseKind;
import org.ronghe.rules.book.Contents;
import org.ronghe.rules.book.Definition;
import org.ronghe.rules.book.Input;
import org.ronghe.rules.book.Requirement;
import org.ronghe.rules.book.ValueRule.Band;
import org.ronghe.rules.fact.Fact;
import org.ronghe.rules.language.Comparison;
import org.ronghe.rules.language.Expression;
import org.ronghe.rules.language.Unit;
import org.ronghe.rules.number.Exact;

/// One title judged for one firm on one day, with everything the answer rests on.
///
/// @param requires the root of all clauses
/// @param values the rulebook's named values
/// @param inputs what was asked, with the facts that answered
/// @param benefits what the title gives
/// @param remarks those that hold, or may
public record Evaluation(
    Header header,
    Answer answer,
    GroupOutcome requires,
    List<ValueOutcome> values,
    List<InputOutcome> inputs,
    List<BenefitOutcome> benefits,
    List<RemarkOutcome> remarks) {
  public Evaluation {
    values = List.copyOf(values);
    inputs = List.copyOf(inputs);
    benefits = List.copyOf(benefits);
    remarks = List.copyOf(remarks);
  }

  /// What was asked.
  ///
  /// @param version SHA-256 of the rulebook's text
  /// @param regardless whether dates and cases of the rulebook were left aside
  public record Header(
      String rulebook,
      String version,
      String title,
      LocalDate asOf,
      CaseKind kind,
      boolean regardless) {}

  /// The answer of a requirement.
  public sealed interface Outcome {
    Requirement.Head head();

    Answer answer();

    /// False where it is not tested in this kind of case.
    boolean tested();
  }

  /// Several requirements.
  public record GroupOutcome(
      Requirement.Head head, int least, Answer answer, boolean tested, List<Outcome> members)
      implements Outcome {
    public GroupOutcome {
      members = List.copyOf(members);
    }
  }

  /// One clause.
  ///
  /// @param how what kind of clause it is
  /// @param measures the comparisons it rests on
  /// @param cost what it costs to meet it
  public record ClauseOutcome(
      Requirement.Head head,
      Answer answer,
      boolean tested,
      How how,
      List<Measure> measures,
      Optional<Quantity> cost)
      implements Outcome {
    public ClauseOutcome {
      measures = List.copyOf(measures);
    }
  }

  /// Kinds of clauses.
  public enum How {
    CONDITION,
    /// Met where its condition is not.
    VETO,
    PERSON,
    RULEBOOK,
    IN_FORCE
  }

  /// One comparison.
  ///
  /// @param left what was written before the sign
  /// @param value its value
  /// @param threshold what it is compared with
  /// @param unit of both
  /// @param distance how much the value has to change; nothing where it is met or open
  public record Measure(
      Expression left,
      Quantity value,
      Comparison comparison,
      Expression right,
      Quantity threshold,
      Unit unit,
      Answer answer,
      Optional<Exact> distance) {}

  /// A named value.
  ///
  /// @param unit of a number
  /// @param band the band a banded value lies in, if that is known
  public record ValueOutcome(
      Definition definition, Content content, Unit unit, Optional<Band> band) {}

  /// An input.
  ///
  /// @param facts what answered
  public record InputOutcome(Input input, Content content, Unit unit, List<Fact> facts) {
    public InputOutcome {
      facts = List.copyOf(facts);
    }
  }

  /// A benefit.
  public record BenefitOutcome(Contents.Benefit benefit, Optional<Quantity> amount, Unit unit) {}

  /// A remark that holds, or may.
  public record RemarkOutcome(Contents.Remark remark, Answer answer) {}
}
