package org.ronghe.rules.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.ronghe.rules.evaluate.Answer;
import org.ronghe.rules.evaluate.Content;
import org.ronghe.rules.evaluate.Evaluation;
import org.ronghe.rules.evaluate.Evaluation.ClauseOutcome;
import org.ronghe.rules.evaluate.Evaluation.GroupOutcome;
import org.ronghe.rules.evaluate.Evaluation.How;
import org.ronghe.rules.evaluate.Evaluation.Measure;
import org.ronghe.rules.evaluate.Evaluation.Outcome;
import org.ronghe.rules.evaluate.Gap;
import org.ronghe.rules.evaluate.Quantity;
import org.ronghe.rules.evaluate.Shown;
import org.ronghe.rules.language.Unit;
import org.ronghe.rules.source.Language;
import org.ronghe.rules.source.Words;

/// An evaluation as lines of text.
public final class EvaluationText {
  private final Wording wording;
  private final Language language;
  private final List<String> lines = new ArrayList<>();

  public EvaluationText(Wording wording) {
    this.wording = wording;
    language = wording.language();
  }

  /// The answer, every clause, the scores, and the nearest gaps.
  ///
  /// @param title what was asked for
  public List<String> lines(Evaluation evaluation, Words title, List<Gap> gaps) {
    lines.clear();
    lines.add(title.in(language) + " — " + answer(evaluation.answer()));
    for (var member : evaluation.requires().members()) {
      outcome(member, "  ");
    }
    outcomes(evaluation);
    var scores =
        evaluation.values().stream().filter(value -> value.definition().isScore()).toList();
    if (!scores.isEmpty()) {
      lines.add(say("得分", "Scores"));
      for (var score : scores) {
        lines.add(
            "  "
                + score.definition().label().name().in(language)
                + ": "
                + Shown.content(score.content(), Unit.NUMBER, language)
                + " / "
                + score.definition().most().orElseThrow().plain());
        unconfirmed(score.definition().label().unconfirmed(), "  ");
      }
    }
    for (var benefit : evaluation.benefits()) {
      lines.add(
          say("待遇", "Benefit")
              + ": "
              + benefit.benefit().name().in(language)
              + benefit
                  .amount()
                  .map(amount -> " " + Shown.content(amount, benefit.unit(), language))
                  .orElse(""));
    }
    for (var remark : evaluation.remarks()) {
      lines.add(
          say("提示", "Remark")
              + ": "
              + remark.remark().text().in(language)
              + (remark.answer() == Answer.MET ? "" : " (" + answer(remark.answer()) + ")"));
    }
    gaps(gaps);
    return List.copyOf(lines);
  }

  /// What the document gives beside the answer, such as a size class.
  private void outcomes(Evaluation evaluation) {
    for (var id : wording.outcomes(evaluation.header().title())) {
      for (var value : evaluation.values()) {
        if (value.definition().id().equals(id)) {
          var content =
              value.content() instanceof Content.Codes codes && !codes.possible().isEmpty()
                  ? codes.possible().stream()
                      .map(code -> wording.code(id, code))
                      .collect(Collectors.joining(" | "))
                  : Shown.content(value.content(), value.unit(), language);
          lines.add(say("结果: ", "Result: ") + wording.name(id) + ": " + content);
          unconfirmed(value.definition().label().unconfirmed(), "");
        }
      }
    }
  }

  private void unconfirmed(Words doubt, String margin) {
    if (!doubt.isEmpty()) {
      lines.add(margin + "    " + say("未确认：", "unconfirmed: ") + doubt.in(language));
    }
  }

  private String say(String chinese, String english) {
    return language == Language.CHINESE ? chinese : english;
  }

  private String answer(Answer answer) {
    return answer.words().in(language);
  }

  private static String mark(Answer answer) {
    return switch (answer) {
      case MET -> "✓";
      case NOT_MET -> "✗";
      case DATA_MISSING -> "?";
      case NEEDS_HUMAN -> "☺";
    };
  }

  private void outcome(Outcome outcome, String margin) {
    var head = outcome.head();
    boolean veto = outcome instanceof ClauseOutcome clause && clause.how() == How.VETO;
    // A tick before what must not be would say the opposite.
    var text =
        (veto ? say("不得：", "must not be: ") : "")
            + (head.text().isEmpty() ? group(outcome) : head.text().in(language));
    lines.add(
        margin
            + (outcome.tested() ? mark(outcome.answer()) : "–")
            + " "
            + text
            + (head.text().isEmpty() ? "" : " [" + head.id() + "]")
            + (outcome.answer().isOpen() ? ": " + answer(outcome.answer()) : ""));
    switch (outcome) {
      case GroupOutcome group -> group.members().forEach(member -> outcome(member, margin + "  "));
      case ClauseOutcome clause -> clause.measures().forEach(measure -> measure(measure, margin));
    }
    unconfirmed(head.unconfirmed(), margin);
  }

  private String group(Outcome outcome) {
    return outcome instanceof GroupOutcome group && group.least() < group.members().size()
        ? group.least() == 1
            ? say("以下任一", "any of")
            : say("以下至少 " + group.least() + " 项", "at least " + group.least() + " of")
        : say("以下全部", "all of");
  }

  private void measure(Measure measure, String margin) {
    var text = wording.expression(measure.left());
    var shown = number(measure.value(), measure.unit());
    lines.add(
        margin
            + "    "
            + (text.equals(shown) ? shown : text + " = " + shown)
            + " "
            + measure.comparison().sign()
            + " "
            + number(measure.threshold(), measure.unit())
            + measure
                .distance()
                .map(distance -> "  (Δ " + Shown.number(distance, measure.unit(), language) + ")")
                .orElse(""));
  }

  private String number(Quantity quantity, Unit unit) {
    return Shown.content(quantity, unit, language);
  }

  private void gaps(List<Gap> gaps) {
    if (gaps.isEmpty()) {
      return;
    }
    lines.add(say("最近的差距", "Nearest gaps"));
    int number = 1;
    for (var gap : gaps) {
      lines.add("  " + number++ + ".");
      for (var change : gap.changes()) {
        lines.add("     " + change.text().in(language) + kind(change.kind()));
        boolean either = change.kind() == Gap.Kind.CHANGE && change.levers().size() > 1;
        if (either) {
          lines.add("       " + say("以下任一即可：", "any one of these would do:"));
        }
        for (var lever : change.levers()) {
          lines.add(
              "       "
                  + (either ? "  " : "")
                  + wording.name(lever.input())
                  + lever.year().map(year -> " " + year).orElse("")
                  + (change.kind() == Gap.Kind.CHANGE
                      ? ": "
                          + Shown.content(lever.from(), lever.unit(), language)
                          + " → "
                          + Shown.content(lever.to(), lever.unit(), language)
                      : ""));
        }
        change
            .notBefore()
            .ifPresent(day -> lines.add("       " + say("不早于 ", "not before ") + day));
        change
            .cost()
            .ifPresent(cost -> lines.add("       " + say("费用 ", "cost ") + number(cost, Unit.CNY)));
      }
    }
  }

  private String kind(Gap.Kind kind) {
    return switch (kind) {
      case CHANGE -> "";
      case DATA -> say("（补充数据）", " (data to be entered)");
      case JUDGEMENT -> say("（由人判断）", " (a person has to judge)");
      case TIME -> say("（需要时间）", " (time has to pass)");
      case TITLE -> say("（先取得该称号）", " (that title first)");
    };
  }
}
