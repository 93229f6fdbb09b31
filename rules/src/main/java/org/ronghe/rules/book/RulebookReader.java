package org.ronghe.rules.book;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ronghe.rules.book.Validity.Days;
import org.ronghe.rules.source.Place;
import org.ronghe.rules.source.ProblemCode;
import org.ronghe.rules.source.Problems;
import org.ronghe.rules.source.Tree;
import org.ronghe.rules.source.Words;
import org.ronghe.rules.source.YamlText;

/// Reads a rulebook file to its end and collects every problem on the way.
///
/// `docs/reference/rulebook-format.md` describes the format.
public final class RulebookReader {
  static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final Pattern TERM = Pattern.compile("([0-9]{1,2}) (years?|months?)");

  private RulebookReader() {}

  /// The rulebook; nothing when a problem was noted.
  ///
  /// @param file as the user named it
  public static Optional<Rulebook> read(String file, String text, Problems problems) {
    int before = problems.size();
    var tree = YamlText.read(file, text, problems);
    if (tree.isEmpty()) {
      return Optional.empty();
    }
    if (!(tree.get() instanceof Tree.Mapping mapping)) {
      problems.add(ProblemCode.VALUE_WRONG, tree.get().place(), "rulebook", "key: value");
      return Optional.empty();
    }
    var rulebook = rulebook(new Fields(mapping, problems), Origin.of(file, text));
    return problems.size() == before ? Optional.of(rulebook) : Optional.empty();
  }

  private static Rulebook rulebook(Fields fields, Origin origin) {
    var heading = heading(fields);
    var validity = validity(fields, Days.ALWAYS, CaseKind.FIRST);
    var sources = sources(fields);
    var evidence = new LinkedHashMap<String, Words>();
    fields.entries("evidence").forEach((id, tree) -> evidence.put(id, fields.words(id, tree)));
    var inputs = new LinkedHashMap<String, Input>();
    fields
        .named("inputs")
        .forEach((name, input) -> inputs.put(name, InputReader.read(name, input)));
    var contents = ContentsReader.read(fields, heading, termMonths(fields));
    var examples = ExampleReader.read(fields);
    fields.close();
    return new Rulebook(heading, validity, sources, evidence, inputs, contents, examples, origin);
  }

  private static Heading heading(Fields fields) {
    var id = fields.text("rulebook");
    if (!id.isEmpty() && !ID.matcher(id).matches()) {
      fields.wrong("rulebook", "a-z, 0-9, -");
    }
    var title = fields.words("title");
    var document = fields.has("document") ? fields.words("document") : title;
    var subject = fields.findText("subject").orElse("organisation");
    if (!List.of("organisation", "work", "person").contains(subject)) {
      fields.wrong("subject", "organisation, work, person");
    }
    return new Heading(
        id,
        title,
        document,
        fields.findText("number").orElse(""),
        fields.list("issuers").stream().map(tree -> fields.words("issuers", tree)).toList(),
        fields.words("place"),
        fields.findDate("issued"),
        fields.findWords("note"));
  }

  /// Reads `valid`, `cases` and `superseded-by`.
  static Validity validity(Fields fields, Days outer, CaseKind usual) {
    var whole = fields.findFields("valid").map(valid -> days(valid, outer)).orElse(outer);
    Map<CaseKind, Days> cases = new LinkedHashMap<>();
    fields
        .take("cases")
        .ifPresent(tree -> {
          if (tree instanceof Tree.Mapping map) {
            map.entries()
                .forEach((code, entry) -> {
                  var days =
                      entry.value() instanceof Tree.Mapping own
                          ? days(new Fields(own, fields.problems()), whole)
                          : whole;
                  putCase(code, days, entry.place(), fields, cases);
                });
          } else {
            fields
                .texts("cases")
                .forEach(code -> putCase(code, whole, fields.placeOf("cases"), fields, cases));
          }
        });
    if (cases.isEmpty()) {
      cases.put(usual, whole);
    }
    return new Validity(whole, cases, fields.findText("superseded-by"));
  }

  private static void putCase(
      String code, Days days, Place place, Fields fields, Map<CaseKind, Days> cases) {
    CaseKind.find(code)
        .ifPresentOrElse(
            kind -> cases.put(kind, days),
            () ->
                fields.problems().unknown(ProblemCode.CASE_UNKNOWN, place, code, CaseKind.codes()));
  }

  private static Days days(Fields fields, Days outer) {
    var from = fields.findDate("from").orElse(outer.from());
    boolean open = fields.findText("until").filter("open"::equals).isPresent();
    LocalDate until = open ? LocalDate.MAX : fields.findDate("until").orElse(outer.until());
    fields.close();
    if (until.isBefore(from)) {
      fields.wrong("until", "≥ " + from);
      return outer;
    }
    return new Days(from, until);
  }

  private static Map<String, Source> sources(Fields fields) {
    var sources = new LinkedHashMap<String, Source>();
    fields
        .named("sources")
        .forEach((id, source) -> {
          if (!ID.matcher(id).matches()) {
            fields.problems().add(ProblemCode.VALUE_WRONG, source.place(), id, "a-z, 0-9, -");
          }
          var reading =
              switch (source.text("read")) {
                case "official" -> Source.Reading.OFFICIAL;
                case "copy" -> Source.Reading.COPY;
                case "cited" -> Source.Reading.CITED;
                default -> {
                  source.wrong("read", "official, copy, cited");
                  yield Source.Reading.CITED;
                }
              };
          sources.put(
              id,
              new Source(
                  id,
                  source.place(),
                  source.words("title"),
                  source.findText("number").orElse(""),
                  source.findText("url").orElse(""),
                  reading,
                  source.findWords("note")));
          source.close();
        });
    return sources;
  }

  static int termMonths(Fields fields) {
    return fields
        .findText("term")
        .map(text -> {
          var parts = TERM.matcher(text);
          if (!parts.matches()) {
            fields.wrong("term", "3 years");
            return 0;
          }
          int number = Integer.parseInt(parts.group(1));
          return (int)
              (parts.group(2).startsWith("y") ? Period.ofYears(number) : Period.ofMonths(number))
                  .toTotalMonths();
        })
        .orElse(0);
  }

  /// A list that keeps what could be read.
  static <T> List<T> present(List<Optional<T>> all) {
    var list = new ArrayList<T>();
    all.forEach(item -> item.ifPresent(list::add));
    return list;
  }
}
