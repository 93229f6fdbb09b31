package org.ronghe.rules.book;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ronghe.rules.source.Place;
import org.ronghe.rules.source.ProblemCode;
import org.ronghe.rules.source.Tree;

/// Reads `firms` and `examples`; a varied example becomes one example for each value.
final class ExampleReader {
  private final Map<String, Tree> firms;
  private final List<Example> examples = new ArrayList<>();

  private ExampleReader(Map<String, Tree> firms) {
    this.firms = firms;
  }

  static List<Example> read(Fields fields) {
    var reader = new ExampleReader(fields.entries("firms"));
    fields.each("examples").forEach(reader::example);
    return reader.examples;
  }

  private void example(Fields fields) {
    var facts = facts(fields);
    var vary = fields.findText("vary");
    var name = fields.findText("name").orElse(vary.orElse(""));
    var kind =
        fields
            .findText("case")
            .flatMap(code -> {
              var found = CaseKind.find(code);
              if (found.isEmpty()) {
                fields
                    .problems()
                    .unknown(
                        ProblemCode.CASE_UNKNOWN, fields.placeOf("case"), code, CaseKind.codes());
              }
              return found;
            });
    var plain =
        new Example(
            name.isEmpty() ? "line " + fields.place().line() : name,
            fields.place(),
            facts,
            fields.findDate("as-of"),
            kind,
            fields.findText("title").orElse(""),
            Map.of());
    if (vary.isPresent()) {
      varied(fields, plain, vary.get());
    } else {
      var expected = fields.take("expect").map(tree -> expected(fields, tree)).orElse(Map.of());
      if (expected.isEmpty()) {
        fields.missing("expect");
      }
      examples.add(with(plain, plain.name(), plain.place(), facts, expected));
    }
    fields.close();
  }

  private void varied(Fields fields, Example plain, String attribute) {
    var gives = fields.findFields("gives");
    if (gives.isEmpty()) {
      fields.missing("gives");
      return;
    }
    gives
        .get()
        .mapping()
        .entries()
        .forEach((value, entry) -> {
          Tree varied =
              value.equals("~")
                  ? new Tree.Scalar(entry.place(), "~", Tree.Kind.NULL)
                  : new Tree.Scalar(entry.place(), value, Tree.Kind.TEXT);
          var facts = new LinkedHashMap<>(plain.facts().entries());
          facts.put(attribute, new Tree.Entry(entry.place(), varied));
          examples.add(
              with(
                  plain,
                  plain.name() + ": " + attribute + " = " + value,
                  entry.place(),
                  new Tree.Mapping(entry.place(), facts),
                  expected(fields, entry.value())));
        });
  }

  private static Example with(
      Example plain, String name, Place place, Tree.Mapping facts, Map<String, String> expected) {
    return new Example(name, place, facts, plain.asOf(), plain.kind(), plain.title(), expected);
  }

  private static Map<String, String> expected(Fields fields, Tree tree) {
    var expected = new LinkedHashMap<String, String>();
    switch (tree) {
      case Tree.Scalar scalar when !scalar.isNull() ->
          expected.put("answer", scalar.text().strip());
      case Tree.Mapping map ->
          map.entries()
              .forEach((id, entry) -> {
                if (entry.value() instanceof Tree.Scalar scalar && !scalar.isNull()) {
                  expected.put(id, scalar.text().strip());
                } else {
                  fields
                      .problems()
                      .add(ProblemCode.VALUE_WRONG, entry.place(), id, "met, 60, '52..72'");
                }
              });
      case Tree.Scalar _, Tree.Items _ ->
          fields
              .problems()
              .add(
                  ProblemCode.VALUE_WRONG, tree.place(), "expect", "met, {answer: met, total: 60}");
    }
    return expected;
  }

  /// The facts written here, over those of the named firm.
  private Tree.Mapping facts(Fields fields) {
    var facts = new LinkedHashMap<String, Tree.Entry>();
    var place = fields.place();
    fields
        .findText("firm")
        .ifPresent(name -> {
          if (firms.get(name) instanceof Tree.Mapping firm) {
            facts.putAll(firm.entries());
          } else {
            fields
                .problems()
                .unknown(ProblemCode.FIRM_UNKNOWN, fields.placeOf("firm"), name, firms.keySet());
          }
        });
    for (var key : List.of("facts", "but")) {
      fields.findFields(key).ifPresent(own -> facts.putAll(own.mapping().entries()));
    }
    return new Tree.Mapping(place, facts);
  }
}
