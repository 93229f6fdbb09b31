package org.ronghe.rules.page;

import java.util.List;
import java.util.stream.Collectors;
import org.ronghe.rules.book.Contents.Cell;
import org.ronghe.rules.book.Definition;
import org.ronghe.rules.book.Rulebook;
import org.ronghe.rules.book.ValueRule;
import org.ronghe.rules.book.ValueRule.Band;
import org.ronghe.rules.book.ValueRule.Outcome;
import org.ronghe.rules.evaluate.Shown;
import org.ronghe.rules.language.Unit;
import org.ronghe.rules.number.Exact;
import org.ronghe.rules.source.Language;

/// The named values, scores and tables of a rulebook in Markdown.
final class DefinitionTables {
  private final Rulebook rulebook;
  private final Wording wording;
  private final Language language;
  private final List<String> lines;

  DefinitionTables(Rulebook rulebook, Wording wording, List<String> lines) {
    this.rulebook = rulebook;
    this.wording = wording;
    this.lines = lines;
    language = wording.language();
  }

  void add() {
    var all = rulebook.contents().definitions().values();
    if (!all.isEmpty()) {
      lines.add("");
      lines.add("## " + say("数值与得分", "Values and scores"));
      all.forEach(this::definition);
    }
    for (var table : rulebook.contents().tables().values()) {
      lines.add("");
      lines.add("### " + table.id() + " (" + table.source() + ")");
      lines.add("");
      lines.add(
          "| " + wording.name(table.key()) + " | " + String.join(" | ", table.columns()) + " |");
      lines.add("|---|" + "---|".repeat(table.columns().size()));
      table
          .rows()
          .forEach((code, row) ->
              lines.add(
                  "| "
                      + wording.code(table.key(), code)
                      + " | "
                      + table.columns().stream()
                          .map(column -> cell(row.get(column)))
                          .collect(Collectors.joining(" | "))
                      + " |"));
    }
  }

  private String cell(@org.jspecify.annotations.Nullable Cell cell) {
    return cell == null
        ? "–"
        : Shown.number(
            cell.value(),
            cell.money().isEmpty() ? Unit.NUMBER : Unit.money(cell.money()),
            language);
  }

  private String say(String chinese, String english) {
    return language == Language.CHINESE ? chinese : english;
  }

  private void definition(Definition definition) {
    var label = definition.label();
    lines.add("");
    lines.add(
        "### "
            + (label.name().isEmpty() ? definition.id() : label.name().in(language))
            + definition
                .most()
                .map(most -> say("（满分 " + most.plain() + "）", " (max " + most.plain() + ")"))
                .orElse(""));
    lines.add("");
    lines.add(
        "`" + definition.id() + "`" + (label.source().isEmpty() ? "" : " · " + label.source()));
    if (!label.note().isEmpty()) {
      lines.add("");
      lines.add(label.note().in(language));
    }
    if (!label.unconfirmed().isEmpty()) {
      lines.add("");
      lines.add(say("**未确认**：", "**Unconfirmed**: ") + label.unconfirmed().in(language));
    }
    lines.add("");
    rule(definition);
  }

  private void rule(Definition definition) {
    switch (definition.rule()) {
      case ValueRule.Computed computed ->
          lines.add("`" + wording.formula(computed.formula()) + "`");
      case ValueRule.Sum sum ->
          lines.add(
              say("合计：", "Sum of ")
                  + names(sum.parts())
                  + sum.cap().map(cap -> say("，不超过 ", ", at most ") + cap.plain()).orElse(""));
      case ValueRule.Better better ->
          lines.add(say("取较高者：", "The better of ") + names(better.options()));
      case ValueRule.Banded banded -> {
        table(wording.formula(banded.measure()));
        for (var band : banded.bands()) {
          row(band(band, definition), points(band.points().least(), band.points().most()));
        }
      }
      case ValueRule.Cases cases -> {
        table(say("条件", "condition"));
        for (var row : cases.rows()) {
          row(
              row.condition().map(wording::formula).orElse(say("其他", "otherwise")),
              outcome(row.outcome()));
        }
      }
      case ValueRule.ByCode byCode -> {
        table(wording.formula(byCode.code()));
        var input =
            byCode.code().expression() instanceof org.ronghe.rules.language.Expression.Name name
                ? name.word()
                : "";
        byCode
            .outcomes()
            .forEach((code, outcome) -> row(wording.code(input, code), outcome(outcome)));
        byCode.otherwise().ifPresent(outcome -> row(say("其他", "otherwise"), outcome(outcome)));
      }
    }
  }

  private void table(String first) {
    lines.add("| " + first + " | " + say("结果", "gives") + " |");
    lines.add("|---|---|");
  }

  private void row(String first, String second) {
    lines.add("| " + first + " | " + second + " |");
  }

  private String names(List<String> ids) {
    return ids.stream().map(wording::name).collect(Collectors.joining(say("、", ", ")));
  }

  private String outcome(Outcome outcome) {
    return switch (outcome) {
      case ValueRule.Points points -> points(points.least(), points.most());
      case ValueRule.Worth worth -> wording.formula(worth.formula());
      case ValueRule.Word word -> word.code();
    };
  }

  private static String points(Exact least, Exact most) {
    return least.equals(most) ? least.plain() : least.plain() + " – " + most.plain();
  }

  private String band(Band band, Definition definition) {
    var measure = unit(band, definition);
    var low =
        band.low()
            .map(edge -> (band.lowIncluded() ? "≥ " : "> ") + Shown.number(edge, measure, language))
            .orElse("");
    var high =
        band.high()
            .map(
                edge -> (band.highIncluded() ? "≤ " : "< ") + Shown.number(edge, measure, language))
            .orElse("");
    var both = (low + " " + high).strip();
    return both.isEmpty() ? say("其他", "otherwise") : both;
  }

  /// Edges below 1 of a quotient are percentages to a reader.
  private static Unit unit(Band band, Definition definition) {
    boolean share =
        band.low().filter(low -> !low.isWhole()).isPresent()
            || band.high().filter(high -> !high.isWhole()).isPresent()
            || ((ValueRule.Banded) definition.rule())
                .bands().stream()
                    .anyMatch(other ->
                        other.low().filter(low -> !low.isWhole()).isPresent()
                            || other.high().filter(high -> !high.isWhole()).isPresent());
    return share ? Unit.PERCENT : Unit.NUMBER;
  }
}
