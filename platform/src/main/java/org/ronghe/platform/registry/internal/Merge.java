package org.ronghe.platform.registry.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.registry.FilledForm;
import org.ronghe.platform.text.Texts;

/// Two forms that grew apart, put together by whoever looks at both. A list is one thing: rows of
/// two lists that were changed by two people do not belong together by their places.
///
/// @param base what both began with; empty where nobody knows
/// @param yours what the reader wrote
/// @param theirs what somebody else saved meanwhile
public record Merge(FilledForm base, FilledForm yours, FilledForm theirs) {
  /// Texts so long that one behind the other is worth reading again.
  private static final List<String> PROSE = List.of("summary", "conclusion");

  /// Whose is kept.
  public enum Pick {
    YOURS,
    THEIRS,
    /// Both: rows of either list, or one text behind the other.
    BOTH;

    /// The word on the page.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Pick> find(@Nullable String code) {
      return Arrays.stream(values()).filter(pick -> pick.code().equals(code)).findFirst();
    }
  }

  /// Something that differs.
  ///
  /// @param name of a field, or of a list
  /// @param label what it is called
  /// @param began what both began with, a line a row; empty where nobody knows
  /// @param choices whose can be kept, each as it is read, a line a row
  /// @param picked what is kept if nobody says otherwise; null where two changed it
  public record Unit(
      String name,
      String label,
      List<String> began,
      Map<Pick, List<String>> choices,
      @Nullable Pick picked) {
    /// Whether both changed it.
    public boolean contested() {
      return picked == null || choices.size() > 2;
    }

    /// A choice as a change of what both began with; as it is where both stand in it, or where
    /// nothing stood before.
    public List<TextChange.Run> marked(Pick pick) {
      String text = String.join("\n", choices.getOrDefault(pick, List.of()));
      return pick == Pick.BOTH || began.isEmpty()
          ? List.of(new TextChange.Run(TextChange.Fate.KEPT, text))
          : TextChange.of(String.join("\n", began), text).runs();
    }
  }

  /// What differs: first what both changed, then what one of them did.
  List<Unit> units(Texts texts) {
    var units = new ArrayList<Unit>();
    for (String name : names()) {
      boolean contested = contested(name);
      var choices = new LinkedHashMap<Pick, List<String>>();
      choices.put(Pick.YOURS, lines(name, yours, texts));
      choices.put(Pick.THEIRS, lines(name, theirs, texts));
      if (contested && hasBoth(name)) {
        choices.put(Pick.BOTH, lines(name, with(FilledForm.EMPTY, name, Pick.BOTH), texts));
      }
      units.add(new Unit(name, label(name, texts), lines(name, base, texts), choices, usual(name)));
    }
    units.sort(java.util.Comparator.comparing(unit -> !unit.contested()));
    return units;
  }

  /// The form that was put together.
  ///
  /// @param picks whose is kept, by the name of what differs
  /// @return empty if somebody has to choose and did not
  Optional<FilledForm> picked(Map<String, Pick> picks) {
    FilledForm form = theirs;
    for (String name : names()) {
      Pick pick = picks.getOrDefault(name, usual(name));
      if (pick == null) {
        return Optional.empty();
      }
      form = with(form, name, pick == Pick.BOTH && !hasBoth(name) ? Pick.YOURS : pick);
    }
    return Optional.of(form);
  }

  /// Names of what differs, in the order of the form.
  private List<String> names() {
    var names = new ArrayList<>(FormFields.SINGLE);
    for (int level = 1; level <= FormFields.LEVEL_MOST; level++) {
      names.add("trl_evidence." + level);
    }
    names.addAll(FormFields.LISTS.keySet());
    names.removeIf(name -> part(yours, name).equals(part(theirs, name)));
    return names;
  }

  private boolean contested(String name) {
    List<List<String>> before = part(base, name);
    return !part(yours, name).equals(before) && !part(theirs, name).equals(before);
  }

  private @Nullable Pick usual(String name) {
    if (contested(name)) {
      // Two divisions of the whole do not add up to one.
      return FormFields.LISTS.containsKey(name) && !name.equals("holder") ? Pick.BOTH : null;
    }
    return part(yours, name).equals(part(base, name)) ? Pick.THEIRS : Pick.YOURS;
  }

  private static boolean hasBoth(String name) {
    return FormFields.LISTS.containsKey(name) || PROSE.contains(name);
  }

  /// What stands under a name, as rows.
  private static List<List<String>> part(FilledForm form, String name) {
    List<String> columns = FormFields.LISTS.get(name);
    if (columns == null) {
      return List.of(List.of(form.value(name)));
    }
    var rows = new ArrayList<List<String>>();
    for (int i = 0; i < form.rows(name); i++) {
      String row = name + "." + i + ".";
      rows.add(columns.stream().map(column -> form.value(row + column)).toList());
    }
    return rows;
  }

  private FilledForm with(FilledForm form, String name, Pick pick) {
    List<List<String>> rows =
        switch (pick) {
          case YOURS -> part(yours, name);
          case THEIRS -> part(theirs, name);
          case BOTH -> both(name);
        };
    List<String> columns = FormFields.LISTS.get(name);
    if (columns == null) {
      return form.with(name, rows.getFirst().getFirst());
    }
    var values = new LinkedHashMap<>(form.values());
    values.keySet().removeIf(field -> field.startsWith(name + "."));
    for (int i = 0; i < rows.size(); i++) {
      for (int column = 0; column < columns.size(); column++) {
        String text = rows.get(i).get(column);
        if (!text.isEmpty()) {
          values.put(name + "." + i + "." + columns.get(column), text);
        }
      }
    }
    return new FilledForm(values);
  }

  /// Yours without what they took out, then what they brought in.
  private List<List<String>> both(String name) {
    List<List<String>> own = part(yours, name);
    List<List<String>> other = part(theirs, name);
    if (!FormFields.LISTS.containsKey(name)) {
      String first = own.getFirst().getFirst();
      String second = other.getFirst().getFirst();
      return List.of(List.of((first + "\n\n" + second).strip()));
    }
    List<List<String>> before = part(base, name);
    var rows = new ArrayList<>(own);
    rows.removeIf(row -> before.contains(row) && !other.contains(row));
    other.stream().filter(row -> !before.contains(row) && !own.contains(row)).forEach(rows::add);
    return rows;
  }

  private static String label(String name, Texts texts) {
    return FormFields.LISTS.containsKey(name)
        ? texts.text("registry.part." + name + "s")
        : FormWords.label(name, texts);
  }

  private static List<String> lines(String name, FilledForm form, Texts texts) {
    List<String> columns = FormFields.LISTS.get(name);
    if (columns == null) {
      String value = form.value(name);
      return value.isEmpty() ? List.of() : List.of(FormWords.shown(name, value, texts));
    }
    var lines = new ArrayList<String>();
    for (int i = 0; i < form.rows(name); i++) {
      String row = name + "." + i + ".";
      lines.add(
          columns.stream()
              .filter(column -> !column.equals("evidence"))
              .map(column -> FormWords.shown(row + column, form.value(row + column), texts))
              .filter(text -> !text.isEmpty())
              .collect(java.util.stream.Collectors.joining(" · ")));
    }
    return lines;
  }
}
