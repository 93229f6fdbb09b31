package org.ronghe.rules.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.ronghe.rules.book.CaseKind;
import org.ronghe.rules.book.Contents;
import org.ronghe.rules.book.Input;
import org.ronghe.rules.book.Period;
import org.ronghe.rules.book.Requirement;
import org.ronghe.rules.book.Rulebook;
import org.ronghe.rules.book.Source;
import org.ronghe.rules.book.Validity;
import org.ronghe.rules.language.Expression.SpanUnit;
import org.ronghe.rules.source.Language;

/// A rulebook as a page of Markdown in one language.
public final class RulebookPage {
  private final Rulebook rulebook;
  private final Wording wording;
  private final Language language;
  private final List<String> lines = new ArrayList<>();

  public RulebookPage(Rulebook rulebook, Wording wording) {
    this.rulebook = rulebook;
    this.wording = wording;
    language = wording.language();
  }

  /// The whole page.
  public String text() {
    lines.clear();
    heading();
    for (var title : rulebook.contents().titles()) {
      title(title);
    }
    new DefinitionTables(rulebook, wording, lines).add();
    inputs();
    list(
        say("提示", "Remarks"),
        rulebook.contents().remarks().stream()
            .map(remark ->
                remark.text().in(language)
                    + say("：`", ": `")
                    + wording.formula(remark.condition())
                    + "`")
            .toList());
    list(
        say("申报时间", "Windows"),
        rulebook.contents().windows().stream()
            .map(window ->
                window.year()
                    + ": "
                    + window.from().toString().substring(2)
                    + " – "
                    + window.until().toString().substring(2)
                    + " "
                    + window.text().in(language))
            .toList());
    list(
        say("证明材料", "Evidence"),
        rulebook.evidence().values().stream().map(words -> words.in(language)).toList());
    list(say("出处", "Sources"), rulebook.sources().values().stream().map(this::source).toList());
    return String.join("\n", lines) + "\n";
  }

  private String say(String chinese, String english) {
    return language == Language.CHINESE ? chinese : english;
  }

  private void heading() {
    var heading = rulebook.heading();
    lines.add("# " + heading.title().in(language));
    lines.add("");
    var document = heading.document().in(language);
    lines.add(
        "`"
            + heading.id()
            + "` · "
            + document
            + (heading.number().isEmpty() ? "" : " · " + heading.number()));
    lines.add("");
    lines.add(
        heading.issuers().stream()
                .map(words -> words.in(language))
                .collect(Collectors.joining(say("、", ", ")))
            + (heading.issuers().isEmpty() ? "" : " · ")
            + heading.place().in(language));
    lines.add("");
    lines.add(say("适用：", "Applies: ") + validity(rulebook.validity()));
    if (!heading.note().isEmpty()) {
      lines.add("");
      lines.add(heading.note().in(language));
    }
  }

  private String validity(Validity validity) {
    var cases =
        validity.cases().entrySet().stream()
            .map(entry -> kind(entry.getKey()) + " " + days(entry.getValue()))
            .collect(Collectors.joining(say("；", "; ")));
    return cases
        + validity
            .supersededBy()
            .map(id -> say("；由 `" + id + "` 取代", "; superseded by `" + id + "`"))
            .orElse("");
  }

  private String kind(CaseKind kind) {
    return kind.title().in(language);
  }

  private static String days(Validity.Days days) {
    var from = days.from().equals(LocalDate.MIN) ? "…" : days.from().toString();
    var until = days.until().equals(LocalDate.MAX) ? "…" : days.until().toString();
    return from + " – " + until;
  }

  private void title(Contents.Title title) {
    lines.add("");
    lines.add("## " + title.name().in(language));
    title
        .validity()
        .ifPresent(own -> {
          lines.add("");
          lines.add(say("适用：", "Applies: ") + validity(own));
        });
    if (title.termMonths() > 0) {
      lines.add("");
      lines.add(say("有效期：", "Lasts: ") + term(title.termMonths()));
    }
    lines.add("");
    requirement(title.requires(), "");
    if (!title.vetoes().isEmpty()) {
      lines.add("");
      lines.add(say("一票否决（不得有以下情形）：", "Vetoes (none of these may hold):"));
      lines.add("");
      title.vetoes().forEach(veto -> requirement(veto, ""));
    }
    list(
        say("待遇", "Benefits"),
        title.benefits().stream()
            .map(benefit ->
                benefit.name().in(language)
                    + benefit.amount().map(id -> say("：", ": ") + wording.name(id)).orElse("")
                    + " ("
                    + benefit.source()
                    + ")")
            .toList());
  }

  private String term(int months) {
    return months % 12 == 0
        ? say(months / 12 + " 年", months / 12 + (months == 12 ? " year" : " years"))
        : say(months + " 个月", months + " months");
  }

  private void requirement(Requirement requirement, String margin) {
    var head = requirement.head();
    var text = new StringBuilder(margin).append("- ");
    text.append(head.text().in(language));
    switch (requirement) {
      case Requirement.Group group -> {
        text.append(head.text().isEmpty() ? "" : say("：", ": ")).append(joined(group));
        close(text, head);
        group.members().forEach(member -> requirement(member, margin + "  "));
      }
      case Requirement.Clause clause -> {
        text.append(test(clause.test()));
        close(text, head);
      }
    }
  }

  private void close(StringBuilder text, Requirement.Head head) {
    if (!head.source().isEmpty()) {
      text.append(" (").append(head.source()).append(")");
    }
    if (!head.cases().isEmpty()) {
      text.append(say("；仅用于", "; only for "))
          .append(head.cases().stream().sorted().map(this::kind).collect(Collectors.joining(", ")));
    }
    if (!head.unconfirmed().isEmpty()) {
      text.append(say("；**未确认**：", "; **unconfirmed**: ")).append(head.unconfirmed().in(language));
    }
    lines.add(text.toString());
  }

  private String joined(Requirement.Group group) {
    int size = group.members().size();
    return group.all()
        ? say("**全部符合**", "**all of**")
        : group.least() == 1
            ? say("**符合任一**", "**any of**")
            : say(
                "**" + size + " 项中至少 " + group.least() + " 项**",
                "**at least " + group.least() + " of " + size + "**");
  }

  private String test(Requirement.Test test) {
    return switch (test) {
      case Requirement.Decided decided -> ": `" + wording.formula(decided.condition()) + "`";
      case Requirement.Judged judged ->
          say("：**需人工判断** ", ": **needs a human** ") + judged.by().in(language);
      case Requirement.Elsewhere elsewhere ->
          say("：按规则书 `", ": by rulebook `")
              + elsewhere.rulebook()
              + (elsewhere.title().isEmpty() ? "" : "/" + elsewhere.title())
              + "`";
    };
  }

  private void inputs() {
    lines.add("");
    lines.add("## " + say("所需事实", "Facts asked for"));
    lines.add("");
    lines.add(
        say("| 名称 | 事实 | 时间 | 没有记录时 |", "| name | fact | time | where nothing is recorded |"));
    lines.add("|---|---|---|---|");
    for (var input : rulebook.inputs().values()) {
      lines.add(
          "| "
              + wording.input(input)
              + " | "
              + origin(input.origin())
              + " | "
              + time(input.origin())
              + " | "
              + absent(input.origin())
              + " |");
    }
  }

  private static String origin(Input.Origin origin) {
    return switch (origin) {
      case Input.Fact fact ->
          "`"
              + fact.attribute()
              + "`"
              + (fact.via().isEmpty() ? "" : " ← `" + String.join("`, `", fact.via()) + "`");
      case Input.Parameter _ -> "–";
      case Input.Worked worked -> "`" + worked.rulebook() + "`: `" + worked.value() + "`";
      case Input.Grouped grouped -> "Σ `" + grouped.attribute() + "`";
    };
  }

  private String time(Input.Origin origin) {
    return switch (origin) {
      case Input.Fact fact -> period(fact.period());
      case Input.Grouped grouped -> period(grouped.period());
      case Input.Parameter _, Input.Worked _ -> "";
    };
  }

  private String period(Period period) {
    return switch (period) {
      case Period.Year year ->
          switch (year.back()) {
            case 0 -> say("当年", "this year");
            case 1 -> say("上一年度", "last year");
            default ->
                say("上一年度之前第 " + (year.back() - 1) + " 年", (year.back() - 1) + " before last year");
          };
      case Period.Years years ->
          say("近 " + years.count() + " 个年度", "last " + years.count() + " years")
              + (years.back() > 1 ? " (−" + (years.back() - 1) + ")" : "");
      case Period.LatestYear _ -> say("最近年度", "latest year");
      case Period.Now _ -> say("评价日", "on the day");
      case Period.Within within ->
          say("近 ", "within ") + within.amount() + " " + span(within.unit());
      case Period.SinceYear since ->
          since.back() == 0
              ? say("当年以来", "since this year")
              : say(
                  "自 " + since.back() + " 年前年初", "since January, " + since.back() + " years back");
      case Period.Ever _ -> say("历来", "ever");
    };
  }

  private String span(SpanUnit unit) {
    return switch (unit) {
      case DAYS -> say("天", "days");
      case MONTHS -> say("个月", "months");
      case YEARS -> say("年", "years");
    };
  }

  private String absent(Input.Origin origin) {
    return switch (origin) {
      case Input.Fact fact when !fact.judged().isEmpty() ->
          say("需人工判断：", "needs a human: ") + fact.judged().in(language);
      case Input.Fact fact when fact.absent() == Input.Absent.NONE -> say("即没有", "there is none");
      case Input.Parameter _ -> say("由运行者设定", "set by the operator");
      case Input.Fact _, Input.Grouped _ -> say("缺数据", "data missing");
      case Input.Worked _ -> "";
    };
  }

  private String source(Source source) {
    var read =
        switch (source.reading()) {
          case OFFICIAL -> say("已读原文", "the official text was read");
          case COPY -> say("读的是转载", "copies of it were read");
          case CITED -> say("仅被引用，未读", "only cited, not read");
        };
    return "`"
        + source.id()
        + "`: "
        + source.title().in(language)
        + (source.number().isEmpty() ? "" : " " + source.number())
        + (source.url().isEmpty() ? "" : " <" + source.url() + ">")
        + " — "
        + read
        + (source.note().isEmpty() ? "" : say("；", "; ") + source.note().in(language));
  }

  private void list(String heading, List<String> items) {
    if (items.isEmpty()) {
      return;
    }
    lines.add("");
    lines.add("## " + heading);
    lines.add("");
    items.forEach(item -> lines.add("- " + item));
  }
}
