package org.ronghe.platform.facts.dictionary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.ronghe.platform.text.Language;
import org.ronghe.platform.text.Texts;

/// The reference page of all attributes, in one language with the other's name beside it.
final class AttributesPage {
  private final Language language;

  private AttributesPage(Language language) {
    this.language = language;
  }

  static String in(Dictionary dictionary, Language language) {
    return new AttributesPage(language).page(dictionary);
  }

  private String page(Dictionary dictionary) {
    Map<AttributeGroup, List<Attribute>> groups = new LinkedHashMap<>();
    dictionary
        .attributes()
        .forEach(one -> groups.computeIfAbsent(one.group(), _ -> new ArrayList<>()).add(one));
    var page = new StringBuilder();
    page.append(say("# Attributes", "# 属性")).append("\n\n");
    page.append("<!-- Generated from the code; AGENTS.md says how to renew it. -->\n\n");
    page.append(
            say(
                "The %d things that can be said about an organisation, a person or a work. The key"
                    + " is for ever; a value holds for a calendar year, a day, or from a day on"
                    + " (an interval). Public facts are read by everybody who has signed in,"
                    + " internal ones by the organisation's own people, the bureau and auditors."
                    + " Money is kept in whole fen with its currency, a percentage as an exact"
                    + " fraction of one. `GET /api/v1/attributes` serves the same.",
                "可记录的 %d 项属性，针对机构、人员或成果。键永久不变；取值对应一个年度、一天，或自某日起的一段时间（区间）。"
                    + "公开事实所有登录用户可读，内部事实仅本单位人员、科技管理部门和审计员可读。金额以整数分和币种保存，百分比以精确的分数保存。"
                    + "`GET /api/v1/attributes` 提供同样内容。"))
        .append("\n\n");
    groups.forEach((group, attributes) -> group(page, group, attributes));
    return page.toString().formatted(dictionary.attributes().size());
  }

  private void group(StringBuilder page, AttributeGroup group, List<Attribute> attributes) {
    Words name = group.name();
    page.append("## ").append(cell(name.in(language))).append(" · ");
    page.append(cell(name.in(language.other()))).append("\n\n");
    page.append(
        say(
            "| key | name · 中文 | of | value | holds for | read by | meaning | source |\n",
            "| 键 | 名称 · English | 对象 | 取值 | 时间 | 可读范围 | 含义 | 来源 |\n"));
    page.append("|---|---|---|---|---|---|---|---|\n");
    for (Attribute one : attributes) {
      String cells =
          List.of(
                  "`" + one.key() + "`",
                  cell(one.name().in(language)) + " · " + cell(one.name().in(language.other())),
                  subjects(one),
                  cell(
                      values(one.values())
                          + (one.use().multiple() ? say("; several", "；可多值") : "")),
                  period(one.period()),
                  one.internal() ? say("internal", "内部") : say("public", "公开"),
                  cell(one.definition().in(language)),
                  cell(one.source()))
              .stream()
              .collect(Collectors.joining(" | ", "| ", " |\n"));
      page.append(cells);
    }
    page.append('\n');
  }

  private String subjects(Attribute attribute) {
    return attribute.use().subjects().stream()
        .map(kind ->
            switch (kind) {
              case ORGANISATION -> say("organisation", "机构");
              case PERSON -> say("person", "人员");
              case WORK -> say("work", "成果");
            })
        .collect(Collectors.joining(say(", ", "、")));
  }

  private String values(ValueRule rule) {
    var words = new ArrayList<String>();
    words.add(
        switch (rule.type()) {
          case DECIMAL -> say("number", "数");
          case INTEGER -> say("whole number", "整数");
          case MONEY -> say("money", "金额");
          case PERCENT -> say("percentage", "百分比");
          case BOOLEAN -> say("yes or no", "是或否");
          case DATE -> say("day", "日期");
          case TEXT -> say("text", "文本");
          case CODE -> say("one of: ", "取以下之一：") + codes(rule);
          case TITLE -> say("number of the title", "资质编号");
          case ORGANISATION -> say("an organisation", "某机构");
          case PERSON -> say("a person", "某人");
          case HOLDING -> say("an organisation and its share", "某机构及其份额");
        });
    if (!rule.unit().isEmpty()) {
      String key = "facts.page.unit." + rule.unit().toLowerCase(Locale.ROOT);
      words.add(say("unit ", "单位 ") + Texts.in(language).text(key));
    }
    if (rule.least() != null) {
      words.add(say("from ", "不小于 ") + rule.least().toPlainString());
    }
    if (rule.most() != null) {
      words.add(say("to ", "不大于 ") + rule.most().toPlainString());
    }
    if (rule.format() != null) {
      words.add(Texts.in(language).text(rule.format().textKey()));
    }
    if (rule.pattern() != null) {
      words.add("`" + rule.pattern() + "`");
    }
    return String.join(say(", ", "，"), words);
  }

  private String codes(ValueRule rule) {
    return rule.codes().entrySet().stream()
        .map(code -> "`" + code.getKey() + "` " + code.getValue().in(language))
        .collect(Collectors.joining(say(", ", "，")));
  }

  private String period(Period period) {
    return switch (period) {
      case YEAR -> say("a year", "年度");
      case POINT -> say("a day", "某日");
      case INTERVAL -> say("an interval", "区间");
    };
  }

  private String say(String english, String chinese) {
    return language == Language.ENGLISH ? english : chinese;
  }

  /// Text as it can stand in a table that is formatted once more.
  private static String cell(String text) {
    return text.replace("%", "%%").replace("|", "\\|").replaceAll("\\s+", " ").strip();
  }
}
