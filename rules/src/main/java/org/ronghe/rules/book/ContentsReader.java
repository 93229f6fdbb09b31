package org.ronghe.rules.book;

import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ronghe.rules.book.Contents.Benefit;
import org.ronghe.rules.book.Contents.Cell;
import org.ronghe.rules.book.Contents.Exempt;
import org.ronghe.rules.book.Contents.Ownership;
import org.ronghe.rules.book.Contents.Remark;
import org.ronghe.rules.book.Contents.Table;
import org.ronghe.rules.book.Contents.Title;
import org.ronghe.rules.book.Contents.Window;
import org.ronghe.rules.book.Validity.Days;
import org.ronghe.rules.language.Expression.Literal;
import org.ronghe.rules.number.Exact;
import org.ronghe.rules.source.ProblemCode;
import org.ronghe.rules.source.Tree;

/// Reads tables, values, titles, remarks and windows.
final class ContentsReader {
  private ContentsReader() {}

  static Contents read(Fields fields, Heading heading, int termMonths) {
    var tables = new LinkedHashMap<String, Table>();
    fields.named("tables").forEach((id, table) -> tables.put(id, table(id, table)));
    var groups = new LinkedHashMap<String, Ownership>();
    fields.named("groups").forEach((id, group) -> groups.put(id, ownership(id, group)));
    var definitions = new LinkedHashMap<String, Definition>();
    var reader = new DefinitionReader(definitions);
    fields.named("define").forEach((id, value) -> reader.read(id, value, false));
    fields.named("score").forEach((id, value) -> reader.read(id, value, true));
    return new Contents(
        tables,
        groups,
        definitions,
        titles(fields, heading, termMonths),
        remarks(fields),
        windows(fields));
  }

  private static List<Title> titles(Fields fields, Heading heading, int termMonths) {
    var titles = new ArrayList<Title>();
    if (fields.has("titles")) {
      for (var title : fields.each("titles")) {
        var id = title.text("id");
        var name = title.words("name");
        boolean dated = title.has("valid") || title.has("cases") || title.has("superseded-by");
        var validity =
            dated
                ? Optional.of(RulebookReader.validity(title, Days.ALWAYS, CaseKind.FIRST))
                : Optional.<Validity>empty();
        int term = title.has("term") ? RulebookReader.termMonths(title) : termMonths;
        titles.add(title(id, title, name, validity, term));
        title.close();
      }
    } else {
      titles.add(title(heading.id(), fields, heading.title(), Optional.empty(), termMonths));
    }
    return titles;
  }

  private static Title title(
      String id,
      Fields fields,
      org.ronghe.rules.source.Words name,
      Optional<Validity> validity,
      int termMonths) {
    var reader = new RequirementReader(fields.problems());
    var vetoes = reader.vetoes(fields);
    return new Title(
        id,
        name,
        validity,
        termMonths,
        reader.requires(fields),
        vetoes,
        benefits(fields),
        fields.texts("results"));
  }

  private static List<Benefit> benefits(Fields fields) {
    var benefits = new ArrayList<Benefit>();
    for (var benefit : fields.each("benefits")) {
      benefits.add(
          new Benefit(
              benefit.text("id"),
              benefit.place(),
              benefit.words("name"),
              benefit.findText("source").orElse(""),
              benefit.findText("amount"),
              benefit.findWords("note")));
      benefit.close();
    }
    return benefits;
  }

  private static List<Remark> remarks(Fields fields) {
    var remarks = new ArrayList<Remark>();
    for (var remark : fields.each("remarks")) {
      var id = remark.text("id");
      var text = remark.words("text");
      var source = remark.findText("source").orElse("");
      var condition = remark.findFormula("if");
      if (!remark.has("if")) {
        remark.missing("if");
      }
      remark.close();
      condition.ifPresent(c -> remarks.add(new Remark(id, remark.place(), text, source, c)));
    }
    return remarks;
  }

  private static List<Window> windows(Fields fields) {
    var windows = new ArrayList<Window>();
    for (var window : fields.each("windows")) {
      var from = monthDay(window, "from");
      var until = monthDay(window, "until");
      windows.add(
          new Window(
              window.place(),
              window.whole("year", 2000, 2999),
              from,
              until,
              window.findWords("text"),
              window.findText("source").orElse("")));
      window.close();
    }
    return windows;
  }

  private static MonthDay monthDay(Fields fields, String key) {
    var text = fields.text(key);
    try {
      return MonthDay.parse("--" + text);
    } catch (DateTimeException e) {
      if (!text.isEmpty()) {
        fields.wrong(key, "06-01");
      }
      return MonthDay.of(1, 1);
    }
  }

  private static Table table(String id, Fields fields) {
    var key = fields.text("by");
    var columns = fields.texts("columns");
    var rows = new LinkedHashMap<String, Map<String, Cell>>();
    fields
        .entries("rows")
        .forEach((code, tree) -> {
          var cells = tree instanceof Tree.Items items ? items.items() : List.of(tree);
          if (cells.size() != columns.size()) {
            fields
                .problems()
                .add(ProblemCode.ROW_LENGTH, tree.place(), code, cells.size(), columns.size());
            return;
          }
          var row = new LinkedHashMap<String, Cell>();
          for (int i = 0; i < columns.size(); i++) {
            if (!(cells.get(i) instanceof Tree.Scalar scalar && scalar.isNull())) {
              var column = columns.get(i);
              cell(fields, code, cells.get(i)).ifPresent(cell -> row.put(column, cell));
            }
          }
          rows.put(code, row);
        });
    if (rows.isEmpty()) {
      fields.missing("rows");
    }
    var source = fields.findText("source").orElse("");
    fields.close();
    return new Table(id, fields.place(), key, columns, rows, source);
  }

  private static Optional<Cell> cell(Fields fields, String key, Tree tree) {
    return fields
        .amount(key, tree)
        .map(literal ->
            new Cell(literal.value(), literal.unit().isMoney() ? literal.unit().word() : ""));
  }

  private static Ownership ownership(String id, Fields fields) {
    var exempt = new ArrayList<Exempt>();
    for (var one : fields.each("exempt")) {
      var below = new LinkedHashMap<String, Cell>();
      one.entries("below")
          .forEach((attribute, tree) ->
              cell(one, attribute, tree).ifPresent(cell -> below.put(attribute, cell)));
      exempt.add(new Exempt(one.text("kind"), below));
      one.close();
    }
    var ownership =
        new Ownership(
            id,
            fields.place(),
            fields.text("holding"),
            part(fields, "linked-over"),
            part(fields, "partner-from"),
            fields.findText("investor-kind").orElse(""),
            exempt,
            fields.findText("source").orElse(""));
    fields.close();
    return ownership;
  }

  private static Exact part(Fields fields, String key) {
    if (!fields.has(key)) {
      fields.missing(key);
    }
    return fields.findAmount(key).map(Literal::value).orElse(Exact.ONE);
  }
}
