package org.ronghe.platform.registry.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ronghe.platform.registry.Achievement;
import org.ronghe.platform.registry.FilledForm;
import tools.jackson.core.JacksonException;

/// The form as a page sent it.
///
/// @param form what stands in it
/// @param base what stood in it when the page was made; empty where the page does not say
/// @param edit of the row that the page was made from
/// @param tab a word of the page's own; empty for none
/// @param action what the button asks for
/// @param what it asks it for: `list`, `list.row`; empty for the whole
/// @param picks whose is kept, where two forms are put together
record Sent(
    FilledForm form,
    FilledForm base,
    long edit,
    String tab,
    String action,
    String what,
    Map<String, Merge.Pick> picks) {
  private static final String PICK = "pick.";

  Sent {
    picks = Map.copyOf(picks);
  }

  /// Reads what was sent.
  ///
  /// @throws org.ronghe.platform.problem.NodeProblem INPUT_INVALID if it is more than anybody fills
  ///   in
  static Sent of(Map<String, String> sent) {
    String[] wanted = sent.getOrDefault("do", "save").split(":", 2);
    var picks = new LinkedHashMap<String, Merge.Pick>();
    sent.forEach((control, code) -> {
      if (control.startsWith(PICK)) {
        Merge.Pick.find(code).ifPresent(pick -> picks.put(control.substring(PICK.length()), pick));
      }
    });
    String edit = sent.getOrDefault("version", "");
    String tab = sent.getOrDefault("tab", "");
    return new Sent(
        FormFields.taken(sent),
        base(sent.getOrDefault("base", "")),
        edit.matches("\\d{1,18}") ? Long.parseLong(edit) : 0,
        tab.matches("[0-9a-f-]{36}") ? tab : "",
        wanted[0],
        wanted.length > 1 ? wanted[1] : "",
        picks);
  }

  /// What somebody sends who changes nothing.
  static Sent as(Achievement now) {
    return new Sent(now.form(), now.form(), now.edit(), "", "save", "", Map.of());
  }

  private static FilledForm base(String json) {
    try {
      return json.isEmpty() ? FilledForm.EMPTY : FormFields.taken(AchievementRows.texts(json));
    } catch (JacksonException e) {
      return FilledForm.EMPTY; // Then all that differs is shown as changed.
    }
  }

  /// The list that the button asks for.
  String list() {
    return what.replaceFirst("\\..*", "");
  }

  private int row() {
    String row = what.replaceFirst("[^.]*\\.?", "");
    return row.matches("\\d{1,4}") ? Integer.parseInt(row) : -1;
  }

  /// The form with its rows as the button wants them.
  FilledForm changed() {
    return switch (action) {
      case "up" -> FormFields.exchanged(form, list(), row(), row() - 1);
      case "drop" -> FormFields.without(form, list(), row());
      default -> form;
    };
  }
}
