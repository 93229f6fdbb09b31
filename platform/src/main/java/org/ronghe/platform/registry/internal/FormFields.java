package org.ronghe.platform.registry.internal;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.registry.FilledForm;

/// The fields of the form and the words they choose from. The words are those of the official form
/// (国统函[2002]163号) and of everyday use beside it.
public final class FormFields {
  /// Fields that there is one of, in the order of the form.
  public static final List<String> SINGLE =
      List.of(
          "title_zh",
          "title_en",
          "work_class",
          "industry",
          "keywords",
          "summary",
          "openness",
          "start",
          "end",
          "secrecy",
          "origin",
          "embodiment",
          "level",
          "stage",
          "conclusion",
          "trl_level",
          "trl_on",
          "trl_assessor");

  /// Lists by name, each with the fields of a row.
  public static final Map<String, List<String>> LISTS = lists();

  public static final List<String> ORIGINS = List.of("original", "absorbed", "developed");
  public static final List<String> EMBODIMENTS =
      List.of(
          "technology",
          "process",
          "product",
          "material",
          "equipment",
          "variety",
          "software",
          "theory",
          "paper",
          "report",
          "standard",
          "other");
  public static final List<String> LEVELS =
      List.of(
          "not-evaluated",
          "world-leading",
          "world-advanced",
          "national-leading",
          "national-advanced",
          "other");
  public static final List<String> STAGES = List.of("early", "middle", "mature");
  public static final List<String> OPENNESS = List.of("internal", "public");
  public static final List<String> SECRECY = List.of("none", "secret");
  public static final List<String> RIGHTS =
      List.of(
          "invention",
          "utility-model",
          "design",
          "software",
          "variety",
          "layout",
          "standard",
          "paper",
          "other");
  public static final List<String> RIGHT_STATES = List.of("applied", "granted", "lapsed");
  public static final List<String> ATTACHMENTS =
      List.of("evaluation", "right", "use", "report", "other");

  /// The highest technology readiness level.
  public static final int LEVEL_MOST = 9;

  private static final int MOST_ROWS = 300;
  private static final int LONGEST = 10_000;
  private static final Pattern ROW = Pattern.compile("([a-z]+)\\.(\\d{1,4})\\.([a-z_]+)");

  /// What no keyboard writes and some programs paste; the database holds no U+0000 at all.
  private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}&&[^\\r\\n\\t]]");

  private static final Pattern EVIDENCE = Pattern.compile("trl_evidence\\.[1-9]");

  private FormFields() {}

  private static Map<String, List<String>> lists() {
    var lists = new LinkedHashMap<String, List<String>>();
    lists.put("contributor", List.of("name", "organisation", "part"));
    lists.put("holder", List.of("name", "share"));
    lists.put("right", List.of("kind", "number", "title", "status"));
    lists.put("funding", List.of("programme", "number", "amount"));
    lists.put("attachment", List.of("evidence", "kind", "name"));
    return java.util.Collections.unmodifiableMap(lists);
  }

  /// Takes what belongs to the form out of what was sent; rows without a text go, the others move
  /// up.
  ///
  /// @throws NodeProblem INPUT_INVALID if it is more than anybody fills in
  public static FilledForm taken(Map<String, String> sent) {
    var values = new LinkedHashMap<String, String>();
    var rows = new TreeMap<String, TreeMap<Integer, Map<String, String>>>();
    sent.forEach((field, text) -> {
      if (!isField(field)) {
        return;
      }
      String value =
          CONTROLS.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).replaceAll(" ").strip();
      if (value.length() > LONGEST) {
        throw problem(field, "registry.fault.too-long", LONGEST);
      }
      if (value.isEmpty()) {
        return;
      }
      if (SINGLE.contains(field) || EVIDENCE.matcher(field).matches()) {
        values.put(field, value);
        return;
      }
      var row = ROW.matcher(field);
      if (row.matches()) {
        rows.computeIfAbsent(row.group(1), _ -> new TreeMap<>())
            .computeIfAbsent(Integer.valueOf(row.group(2)), _ -> new LinkedHashMap<>())
            .put(row.group(3), value);
      }
    });
    rows.forEach((list, numbered) -> {
      if (numbered.size() > MOST_ROWS) {
        throw problem(list, "registry.fault.too-many-rows", MOST_ROWS);
      }
      int next = 0;
      for (Map<String, String> row : numbered.values()) {
        int at = next++;
        row.forEach((name, value) -> values.put(list + "." + at + "." + name, value));
      }
    });
    return new FilledForm(values);
  }

  /// Whether the form has a field of that name.
  static boolean isField(String name) {
    var row = ROW.matcher(name);
    return SINGLE.contains(name)
        || EVIDENCE.matcher(name).matches()
        || (row.matches() && LISTS.getOrDefault(row.group(1), List.of()).contains(row.group(3)));
  }

  /// About where in the form a field stands, from 0; what is no field of it stands before all.
  static int place(String field) {
    int single = SINGLE.indexOf(field);
    int list = List.copyOf(LISTS.keySet()).indexOf(field.replaceFirst("\\..*", ""));
    return single >= 0
        ? single
        : EVIDENCE.matcher(field).matches()
            ? SINGLE.size()
            : list >= 0 ? SINGLE.size() + 1 + list : -1;
  }

  /// The same form with two rows of a list exchanged.
  public static FilledForm exchanged(FilledForm form, String list, int one, int other) {
    int rows = form.rows(list);
    if (one < 0 || other < 0 || one >= rows || other >= rows) {
      return form;
    }
    FilledForm changed = form;
    for (String name : LISTS.getOrDefault(list, List.of())) {
      String first = list + "." + one + "." + name;
      String second = list + "." + other + "." + name;
      changed = changed.with(first, form.value(second)).with(second, form.value(first));
    }
    return changed;
  }

  /// The same form without a row of a list.
  public static FilledForm without(FilledForm form, String list, int row) {
    var values = new LinkedHashMap<>(form.values());
    values.keySet().removeIf(field -> field.startsWith(list + "." + row + "."));
    return taken(values);
  }

  /// The key of the text that names a field.
  public static String textKey(String field) {
    var row = ROW.matcher(field);
    if (row.matches()) {
      return "registry.field." + row.group(1) + "." + row.group(3);
    }
    if (EVIDENCE.matcher(field).matches()) {
      return "registry.field.trl-evidence";
    }
    return "registry.field." + field.replace('_', '-');
  }

  /// The row that a field stands in, from 1; 0 where it stands in none.
  public static int row(String field) {
    var row = ROW.matcher(field);
    if (row.matches()) {
      return 1 + Integer.parseInt(row.group(2));
    }
    return EVIDENCE.matcher(field).matches() ? field.charAt(field.length() - 1) - '0' : 0;
  }

  /// The key of a coded value's text; empty where values of the field are texts themselves.
  public static String valueKey(String field, String value) {
    String name = field.substring(field.lastIndexOf('.') + 1);
    String list = field.substring(0, Math.max(0, field.indexOf('.')));
    List<String> words =
        switch (list + "." + name) {
          case ".work_class" -> List.of("applied", "basic", "soft");
          case ".origin" -> ORIGINS;
          case ".embodiment" -> EMBODIMENTS;
          case ".level" -> LEVELS;
          case ".stage" -> STAGES;
          case ".openness" -> OPENNESS;
          case ".secrecy" -> SECRECY;
          case "right.kind" -> RIGHTS;
          case "right.status" -> RIGHT_STATES;
          case "attachment.kind" -> ATTACHMENTS;
          default -> List.of();
        };
    if (!words.contains(value)) {
      return "";
    }
    String group =
        list.isEmpty() ? name.replace('_', '-') : list + "-" + name.replace("status", "state");
    return "registry." + group + "." + value;
  }

  private static NodeProblem problem(String field, String key, Object... arguments) {
    return new NodeProblem(ProblemCode.INPUT_INVALID, Map.of(field, Faults.words(key, arguments)));
  }

  /// All fields of a form in the order of the page.
  public static List<String> ordered(FilledForm form) {
    var fields = new ArrayList<String>();
    SINGLE.stream().filter(field -> !form.value(field).isEmpty()).forEach(fields::add);
    for (int level = 1; level <= LEVEL_MOST; level++) {
      if (!form.value("trl_evidence." + level).isEmpty()) {
        fields.add("trl_evidence." + level);
      }
    }
    LISTS.forEach((list, names) -> {
      for (int row = 0; row < form.rows(list); row++) {
        for (String name : names) {
          String field = list + "." + row + "." + name;
          if (!form.value(field).isEmpty()) {
            fields.add(field);
          }
        }
      }
    });
    return fields;
  }
}
