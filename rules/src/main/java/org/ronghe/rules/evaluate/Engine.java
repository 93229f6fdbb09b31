package org.ronghe.rules.evaluate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.ronghe.rules.book.CaseKind;
import org.ronghe.rules.book.Requirement;
import org.ronghe.rules.book.Validity.Days;
import org.ronghe.rules.book.ValueRule;
import org.ronghe.rules.evaluate.Evaluation.BenefitOutcome;
import org.ronghe.rules.evaluate.Evaluation.ClauseOutcome;
import org.ronghe.rules.evaluate.Evaluation.GroupOutcome;
import org.ronghe.rules.evaluate.Evaluation.Header;
import org.ronghe.rules.evaluate.Evaluation.How;
import org.ronghe.rules.evaluate.Evaluation.InputOutcome;
import org.ronghe.rules.evaluate.Evaluation.Outcome;
import org.ronghe.rules.evaluate.Evaluation.RemarkOutcome;
import org.ronghe.rules.evaluate.Evaluation.ValueOutcome;
import org.ronghe.rules.fact.Dossier;
import org.ronghe.rules.fact.FactTypes;
import org.ronghe.rules.language.Unit;
import org.ronghe.rules.link.Node;
import org.ronghe.rules.link.Program;
import org.ronghe.rules.link.Program.LinkedTitle;
import org.ronghe.rules.link.Slot;
import org.ronghe.rules.source.Words;

/// Judges one title for one firm, and keeps the reasons.
public final class Engine {
  /// Id of the implicit clause that the rulebook applies.
  public static final String IN_FORCE = "in-force";

  static final Words IN_FORCE_TEXT =
      new Words("该文件在此日期适用于此类申报", "The document applies to this kind of case on this day");

  private final FactTypes types;

  public Engine(FactTypes types) {
    this.types = types;
  }

  /// Judges a title.
  public Evaluation evaluate(Program program, LinkedTitle title, Dossier dossier, Request request) {
    var resolver = new Resolver(dossier, request.asOf(), types);
    return evaluate(program, title, request, resolver::resolve);
  }

  /// A firm on a day, for lists of firms: what several titles ask for is looked up and worked out
  /// once.
  public Outlines outlines(Dossier dossier, LocalDate asOf) {
    return new Outlines(new Evaluator(new Resolver(dossier, asOf, types)::resolve), asOf);
  }

  /// Judges a firm by many titles, and leaves out what lists of firms do not show: inputs,
  /// benefits, remarks, values that are no points, and comparisons of clauses that are met or open.
  /// The answer, and each clause's, are the same.
  public static final class Outlines {
    private final Evaluator evaluator;
    private final LocalDate asOf;

    private Outlines(Evaluator evaluator, LocalDate asOf) {
      this.evaluator = evaluator;
      this.asOf = asOf;
    }

    /// Judges a title in a kind of case on the firm's day.
    public Evaluation of(Program program, LinkedTitle title, CaseKind kind) {
      var request = new Request(asOf, kind, false);
      return new Judging(program, title, request, evaluator, true).outline();
    }
  }

  /// Judges a title from answers to slots.
  Evaluation evaluate(
      Program program, LinkedTitle title, Request request, Function<Slot, Resolved> facts) {
    return new Judging(program, title, request, new Evaluator(facts), false).evaluation();
  }

  /// When, for what, and how strictly.
  ///
  /// @param regardless leaves aside whether the rulebook applies on the day to the case
  public record Request(LocalDate asOf, CaseKind kind, boolean regardless) {}

  /// One title being judged.
  private static final class Judging {
    private final Program program;
    private final LinkedTitle title;
    private final Request request;
    private final Evaluator evaluator;
    private final boolean brief;

    /// @param brief whether comparisons are of use only where a clause is not met
    Judging(
        Program program, LinkedTitle title, Request request, Evaluator evaluator, boolean brief) {
      this.program = program;
      this.title = title;
      this.request = request;
      this.evaluator = evaluator;
      this.brief = brief;
    }

    GroupOutcome root() {
      return root(title, request);
    }

    private GroupOutcome root(LinkedTitle title, Request request) {
      var members = new ArrayList<Outcome>();
      members.add(inForce(title, request));
      for (var veto : title.vetoes()) {
        members.add(clause(veto, request, true));
      }
      members.add(outcome(title.requires(), request));
      return group(title.requires().head(), members.size(), members);
    }

    Evaluation evaluation() {
      var root = root();
      var values = new ArrayList<ValueOutcome>();
      for (var value : program.values()) {
        values.add(value(value));
      }
      var benefits = new ArrayList<BenefitOutcome>();
      for (var benefit : title.title().benefits()) {
        var value = benefit.amount().flatMap(program::findValue).map(Program.Value::node);
        benefits.add(
            value.isPresent() && value.get() instanceof Node.Numeric numeric
                ? new BenefitOutcome(
                    benefit, Optional.of(evaluator.number(numeric)), numeric.unit())
                : new BenefitOutcome(benefit, Optional.empty(), Unit.NUMBER));
      }
      var remarks = new ArrayList<RemarkOutcome>();
      var written = program.rulebook().contents().remarks();
      for (int i = 0; i < written.size(); i++) {
        var answer = evaluator.answer(program.remarks().get(i));
        if (answer != Answer.NOT_MET) {
          remarks.add(new RemarkOutcome(written.get(i), answer));
        }
      }
      return new Evaluation(header(), root.answer(), root, values, inputs(), benefits, remarks);
    }

    Evaluation outline() {
      var root = root();
      var values = new ArrayList<ValueOutcome>();
      for (var value : program.values()) {
        if (value.definition().isScore()) {
          values.add(value(value));
        }
      }
      return new Evaluation(header(), root.answer(), root, values, List.of(), List.of(), List.of());
    }

    private Header header() {
      return new Header(
          program.id(),
          program.rulebook().origin().digest(),
          title.title().id(),
          request.asOf(),
          request.kind(),
          request.regardless());
    }

    private ValueOutcome value(Program.Value value) {
      // Through its name, so that it is worked out once.
      var content = evaluator.content(Inputs.named(program.id(), value));
      var unit = value.node() instanceof Node.Numeric numeric ? numeric.unit() : Unit.NUMBER;
      Optional<ValueRule.Band> band = Optional.empty();
      if (value.node() instanceof Node.Banded banded) {
        var measure = evaluator.number(banded.measure());
        if (measure.isKnown()) {
          band =
              banded.bands().stream()
                  .filter(b -> Arithmetic.band(measure, List.of(b)).isBounded())
                  .findFirst();
        }
      }
      return new ValueOutcome(value.definition(), content, unit, band);
    }

    private List<InputOutcome> inputs() {
      return Inputs.outcomes(program, evaluator.asked().values());
    }

    private Outcome outcome(Program.Linked linked, Request request) {
      return switch (linked) {
        case Program.LinkedGroup group -> {
          var members = new ArrayList<Outcome>();
          for (var member : group.members()) {
            members.add(outcome(member, request));
          }
          yield group(group.head(), group.least(), members);
        }
        case Program.LinkedClause clause -> clause(clause, request, false);
      };
    }

    /// A group's answer is that of its tested members; where all are asked for, of all of those.
    private GroupOutcome group(Requirement.Head head, int least, List<Outcome> members) {
      var tested = new ArrayList<Answer>(members.size());
      for (var member : members) {
        if (member.tested()) {
          tested.add(member.answer());
        }
      }
      boolean applies = applies(head) && !tested.isEmpty();
      int wanted = least == members.size() ? tested.size() : least;
      var answer = applies ? Answer.atLeast(wanted, tested) : Answer.MET;
      return new GroupOutcome(head, least, answer, applies, members);
    }

    private boolean applies(Requirement.Head head) {
      return head.cases().isEmpty() || head.cases().contains(request.kind());
    }

    private ClauseOutcome clause(Program.LinkedClause clause, Request request, boolean veto) {
      var head = clause.head();
      if (!applies(head)) {
        return new ClauseOutcome(
            head, Answer.MET, false, how(clause, veto), List.of(), Optional.empty());
      }
      var condition =
          clause.decision() instanceof Program.ByCondition by
              ? Optional.of(by.condition())
              : Optional.<Node.Condition>empty();
      var decided =
          switch (clause.decision()) {
            case Program.ByCondition by -> evaluator.answer(by.condition());
            case Program.ByPerson _ -> Answer.NEEDS_HUMAN;
            case Program.ByRulebook by ->
                root(
                        by.title(),
                        new Request(
                            request.asOf(), by.kind().orElse(request.kind()), request.regardless()))
                    .answer();
          };
      var answer = veto ? decided.opposite() : decided;
      var measures =
          brief && answer != Answer.NOT_MET
              ? List.<Evaluation.Measure>of()
              : condition.map(one -> Measures.of(one, evaluator, veto)).orElse(List.of());
      return new ClauseOutcome(
          head, answer, true, how(clause, veto), measures, clause.cost().map(evaluator::number));
    }

    private static How how(Program.LinkedClause clause, boolean veto) {
      return switch (clause.decision()) {
        case Program.ByCondition _ -> veto ? How.VETO : How.CONDITION;
        case Program.ByPerson _ -> How.PERSON;
        case Program.ByRulebook _ -> How.RULEBOOK;
      };
    }

    private ClauseOutcome inForce(LinkedTitle title, Request request) {
      var days = title.validity().find(request.kind());
      boolean applies =
          request.regardless() || days.filter(d -> d.contains(request.asOf())).isPresent();
      var head =
          new Requirement.Head(
              IN_FORCE,
              title.requires().head().place(),
              IN_FORCE_TEXT,
              program.rulebook().heading().number(),
              List.of(),
              Set.of(),
              Words.NONE,
              Optional.empty());
      return new ClauseOutcome(
          head, Answer.of(applies), true, How.IN_FORCE, List.of(), Optional.empty());
    }
  }

  /// Whether a title can be applied for at all on a day.
  public static boolean applies(LinkedTitle title, CaseKind kind, LocalDate day) {
    return title.validity().find(kind).filter(days -> days.contains(day)).isPresent();
  }

  /// The days on which a title can be applied for.
  public static Optional<Days> days(LinkedTitle title, CaseKind kind) {
    return title.validity().find(kind);
  }
}
