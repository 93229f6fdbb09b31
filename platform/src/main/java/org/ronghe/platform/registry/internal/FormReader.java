package org.ronghe.platform.registry.internal;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.facts.identifier.IdentifierCheck;
import org.ronghe.platform.facts.identifier.IdentifierScheme;
import org.ronghe.platform.registry.AchievementForm;
import org.ronghe.platform.registry.AchievementForm.Attachment;
import org.ronghe.platform.registry.AchievementForm.Contributor;
import org.ronghe.platform.registry.AchievementForm.Funding;
import org.ronghe.platform.registry.AchievementForm.Heading;
import org.ronghe.platform.registry.AchievementForm.Holder;
import org.ronghe.platform.registry.AchievementForm.Maturity;
import org.ronghe.platform.registry.AchievementForm.Research;
import org.ronghe.platform.registry.AchievementForm.Right;
import org.ronghe.platform.registry.FilledForm;
import org.ronghe.platform.registry.Share;
import org.ronghe.platform.registry.WorkClass;

/// Reads a form that was filled in, and finds all that is wrong or missing at once.
final class FormReader {
  private static final int MOST_KEYWORDS = 3;
  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_SUMMARY = 5000;
  private static final int LONGEST_NAME = 200;
  private static final int EARLIEST_YEAR = 1900;
  private static final int LONGEST_LINE = 1000;
  private static final int LONGEST_KEYWORD = 50;
  private static final Pattern SOFTWARE = Pattern.compile("\\d{4}SR\\d{6,7}");
  private static final BigDecimal MOST_YUAN = new BigDecimal("1000000000000");

  private final FilledForm form;
  private final LocalDate today;
  private final Faults faults = new Faults();

  private FormReader(FilledForm form, LocalDate today) {
    this.form = form;
    this.today = today;
  }

  /// What was read.
  ///
  /// @param form null if anything is wrong
  /// @param faults words by field, see [Faults]
  record Reading(@Nullable AchievementForm form, Map<String, String> faults) {}

  static Reading read(FilledForm form, LocalDate today) {
    var reader = new FormReader(form, today);
    AchievementForm read = reader.form();
    boolean right = reader.faults.none();
    return new Reading(right ? read : null, reader.faults.byField());
  }

  private @Nullable AchievementForm form() {
    WorkClass kind = workClass();
    Heading heading = heading(kind == null ? WorkClass.APPLIED : kind);
    Research research = research(kind == WorkClass.APPLIED);
    List<Contributor> contributors = contributors();
    List<Holder> holders = holders();
    List<Right> rights = rights();
    Maturity maturity = maturity(kind == WorkClass.APPLIED);
    List<Funding> fundings = fundings();
    List<Attachment> attachments = attachments();
    return research == null
        ? null
        : new AchievementForm(
            heading, research, contributors, holders, rights, maturity, fundings, attachments);
  }

  private @Nullable WorkClass workClass() {
    String code = needed("work_class");
    WorkClass kind = WorkClass.find(code).orElse(null);
    if (kind == null && !code.isEmpty()) {
      faults.add("work_class", "registry.fault.no-choice", code);
    }
    return kind;
  }

  private Heading heading(WorkClass kind) {
    if (form.value("title_zh").isEmpty() && form.value("title_en").isEmpty()) {
      faults.add("title_zh", "registry.fault.needed");
    }
    longest("title_zh", LONGEST_TITLE);
    longest("title_en", LONGEST_TITLE);
    List<String> keywords = keywords(needed("keywords"));
    if (keywords.size() > MOST_KEYWORDS) {
      faults.add("keywords", "registry.fault.keywords", keywords.size());
    } else if (keywords.stream().anyMatch(word -> word.length() > LONGEST_KEYWORD)) {
      faults.add("keywords", "registry.fault.keyword-long", LONGEST_KEYWORD);
    }
    String summary = needed("summary");
    longest("summary", LONGEST_SUMMARY);
    String industry = form.value("industry");
    if (!industry.isEmpty()) {
      industry = checked("industry", IdentifierScheme.INDUSTRY, industry);
    }
    boolean open = choice("openness", FormFields.OPENNESS, false).equals("public");
    return new Heading(
        form.value("title_zh"), form.value("title_en"), kind, keywords, summary, industry, open);
  }

  /// The keywords in a text.
  static List<String> keywords(String text) {
    return Arrays.stream(text.split("[;；,，、\\n]", -1))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .distinct()
        .toList();
  }

  private @Nullable Research research(boolean applied) {
    YearMonth start = month("start");
    YearMonth end = month("end");
    if (start != null && end != null && end.isBefore(start)) {
      faults.add("end", "registry.fault.end-before-start", start);
    }
    month("start", start);
    month("end", end);
    if (choice("secrecy", FormFields.SECRECY, true).equals("secret")) {
      faults.add("secrecy", "registry.fault.secret");
    }
    String origin = choice("origin", FormFields.ORIGINS, applied);
    String embodiment = choice("embodiment", FormFields.EMBODIMENTS, true);
    String level = choice("level", FormFields.LEVELS, true);
    String stage = choice("stage", FormFields.STAGES, applied);
    String conclusion = form.value("conclusion");
    if (!level.isEmpty() && !level.equals("not-evaluated") && conclusion.isEmpty()) {
      faults.add("conclusion", "registry.fault.conclusion");
    }
    longest("conclusion", LONGEST_SUMMARY);
    return start == null || end == null
        ? null
        : new Research(start, end, origin, embodiment, level, stage, conclusion);
  }

  private List<Contributor> contributors() {
    int rows = form.rows("contributor");
    if (rows == 0) {
      faults.add("contributor.0.name", "registry.fault.needed");
    }
    var contributors = new ArrayList<Contributor>();
    var named = new HashMap<String, Integer>();
    for (int i = 0; i < rows; i++) {
      String row = "contributor." + i + ".";
      var one =
          new Contributor(name(row + "name"), name(row + "organisation"), needed(row + "part"));
      longest(row + "part", LONGEST_LINE);
      once(named, row + "name", i, one.name() + "\n" + one.organisation());
      contributors.add(one);
    }
    return contributors;
  }

  private List<Holder> holders() {
    int rows = form.rows("holder");
    if (rows == 0) {
      faults.add("holder.0.name", "registry.fault.needed");
    }
    var holders = new ArrayList<Holder>();
    var named = new HashMap<String, Integer>();
    for (int i = 0; i < rows; i++) {
      String name = name("holder." + i + ".name");
      once(named, "holder." + i + ".name", i, name);
      String field = "holder." + i + ".share";
      String text = needed(field);
      Share share = Share.find(text).orElse(null);
      if (share != null) {
        holders.add(new Holder(name, share));
      } else if (!text.isEmpty()) {
        faults.add(field, "registry.fault.share", text);
      }
    }
    if (rows > 0
        && holders.size() == rows
        && !Share.isWhole(holders.stream().map(Holder::share).toList())) {
      faults.add(
          "holder.0.share",
          "registry.fault.shares",
          IntStream.range(0, rows)
              .mapToObj(row -> form.value("holder." + row + ".share"))
              .collect(Collectors.joining(" + ")),
          Share.sumShown(holders.stream().map(Holder::share).toList()));
    }
    return holders;
  }

  private List<Right> rights() {
    var rights = new ArrayList<Right>();
    int rows = form.rows("right");
    var named = new HashMap<String, Integer>();
    for (int i = 0; i < rows; i++) {
      String row = "right." + i + ".";
      String kind = choice(row + "kind", FormFields.RIGHTS, true);
      String number = right(row + "number", kind, name(row + "number"));
      once(named, row + "number", i, number);
      longest(row + "title", LONGEST_TITLE);
      String status = choice(row + "status", FormFields.RIGHT_STATES, true);
      rights.add(new Right(kind, number, form.value(row + "title"), status));
    }
    return rights;
  }

  private String right(String field, String kind, String number) {
    if (number.isEmpty()) {
      return number;
    }
    return switch (kind) {
      case "invention", "utility-model", "design" -> patent(field, number);
      case "software" -> {
        if (!SOFTWARE.matcher(number).matches()) {
          faults.add(field, "registry.fault.software", number);
        }
        yield number;
      }
      case "paper" ->
          number.contains("10.") ? checked(field, IdentifierScheme.DOI, number) : number;
      default -> number;
    };
  }

  private String patent(String field, String number) {
    return switch (IdentifierScheme.CN_PATENT.check(number)) {
      case IdentifierCheck.Valid(String right) -> right;
      case IdentifierCheck.Invalid wrong ->
          switch (IdentifierScheme.PATENT_PUBLICATION.check(number)) {
            case IdentifierCheck.Valid(String right) -> right;
            case IdentifierCheck.Invalid _ -> {
              faults.add(field, wrong);
              yield number;
            }
          };
    };
  }

  private @Nullable Maturity maturity(boolean applied) {
    boolean given = form.values().keySet().stream().anyMatch(field -> field.startsWith("trl_"));
    if (!given && !applied) {
      return null;
    }
    String text = needed("trl_level");
    int level = text.matches("[1-9]") ? Integer.parseInt(text) : 0;
    if (level == 0 && !text.isEmpty()) {
      faults.add("trl_level", "registry.fault.no-choice", text);
    }
    LocalDate on = day("trl_on");
    String assessor = name("trl_assessor");
    var evidence = new ArrayList<String>();
    for (int i = 1; i <= level; i++) {
      evidence.add(needed("trl_evidence." + i));
      longest("trl_evidence." + i, LONGEST_LINE);
    }
    return level == 0 || on == null ? null : new Maturity(level, on, assessor, evidence);
  }

  private List<Funding> fundings() {
    var fundings = new ArrayList<Funding>();
    int rows = form.rows("funding");
    for (int i = 0; i < rows; i++) {
      String row = "funding." + i + ".";
      fundings.add(
          new Funding(name(row + "programme"), form.value(row + "number"), fen(row + "amount")));
      longest(row + "number", LONGEST_NAME);
    }
    return fundings;
  }

  private @Nullable Long fen(String field) {
    String text = form.value(field).replace(",", "").replace("，", "");
    if (text.isEmpty()) {
      return null;
    }
    if (text.matches("\\d{1,13}(\\.\\d{1,2})?") && new BigDecimal(text).compareTo(MOST_YUAN) < 0) {
      return new BigDecimal(text).movePointRight(2).longValueExact();
    }
    faults.add(field, "registry.fault.amount", text);
    return null;
  }

  private List<Attachment> attachments() {
    var attachments = new ArrayList<Attachment>();
    int rows = form.rows("attachment");
    for (int i = 0; i < rows; i++) {
      String row = "attachment." + i + ".";
      String id = needed(row + "evidence");
      String kind = choice(row + "kind", FormFields.ATTACHMENTS, true);
      if (id.matches("\\d{1,18}")) {
        attachments.add(new Attachment(Long.parseLong(id), kind, form.value(row + "name")));
      } else if (!id.isEmpty()) {
        faults.add(row + "evidence", "registry.fault.no-choice", id);
      }
    }
    return attachments;
  }

  private String needed(String field) {
    String value = form.value(field);
    if (value.isEmpty()) {
      faults.add(field, "registry.fault.needed");
    }
    return value;
  }

  private String name(String field) {
    longest(field, LONGEST_NAME);
    return needed(field);
  }

  /// Says it where a row names what a row before it names.
  private void once(Map<String, Integer> named, String field, int row, String text) {
    Integer before = named.putIfAbsent(text, row);
    if (before != null && !text.isBlank()) {
      faults.add(field, "registry.fault.twice", before + 1);
    }
  }

  private void month(String field, @Nullable YearMonth month) {
    if (month != null && month.isAfter(YearMonth.from(today))) {
      faults.add(field, "registry.fault.future-month", month);
    } else if (month != null && month.getYear() < EARLIEST_YEAR) {
      faults.add(field, "registry.fault.month", form.value(field));
    }
  }

  private void longest(String field, int most) {
    if (form.value(field).length() > most) {
      faults.add(field, "registry.fault.too-long", most);
    }
  }

  private String choice(String field, List<String> words, boolean needed) {
    String value = needed ? needed(field) : form.value(field);
    if (!value.isEmpty() && !words.contains(value)) {
      faults.add(field, "registry.fault.no-choice", value);
    }
    return value;
  }

  private String checked(String field, IdentifierScheme scheme, String text) {
    return switch (scheme.check(text)) {
      case IdentifierCheck.Valid(String right) -> right;
      case IdentifierCheck.Invalid wrong -> {
        faults.add(field, wrong);
        yield text;
      }
    };
  }

  private @Nullable YearMonth month(String field) {
    String text = needed(field);
    try {
      return text.isEmpty() ? null : YearMonth.parse(text);
    } catch (DateTimeException e) {
      faults.add(field, "registry.fault.month", text);
      return null;
    }
  }

  private @Nullable LocalDate day(String field) {
    String text = needed(field);
    try {
      LocalDate day = text.isEmpty() ? null : LocalDate.parse(text);
      if (day != null && day.isAfter(today)) {
        faults.add(field, "registry.fault.future");
      }
      return day;
    } catch (DateTimeException e) {
      faults.add(field, "registry.fault.day", text);
      return null;
    }
  }
}
