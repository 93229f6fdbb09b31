package org.ronghe.platform.registry.internal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.registry.Achievement;
import org.ronghe.platform.registry.Likeness;
import org.ronghe.platform.registry.RefusalReason;
import org.ronghe.platform.web.View;

/// Two versions side by side, and where a decision is written.
///
/// @param left number of the version to the left; 0 where there is none
/// @param right number of the version to the right; 0 for what stands in the form now
/// @param lines every field that stands in one of them
/// @param decides whether the reader decides here
/// @param around what helps to decide
/// @param written what was written already
public record DecisionPage(
    View view,
    Achievement achievement,
    int left,
    int right,
    List<Line> lines,
    boolean decides,
    Around around,
    Written written) {
  public DecisionPage {
    lines = List.copyOf(lines);
  }

  /// What others said, and others that may be the same.
  public record Around(List<Advice> advice, List<Likeness> likenesses) {
    static final Around NOTHING = new Around(List.of(), List.of());

    public Around {
      advice = List.copyOf(advice);
      likenesses = List.copyOf(likenesses);
    }
  }

  /// A decision as it was written.
  ///
  /// @param values by control
  /// @param faults what is wrong, by control
  public record Written(Map<String, String> values, Map<String, String> faults) {
    static final Written NOTHING = new Written(Map.of(), Map.of());

    public Written {
      values = Map.copyOf(values);
      faults = Map.copyOf(faults);
    }
  }

  /// What is wrong with what was written, by control.
  public Map<String, String> faults() {
    return written.faults();
  }

  /// A field in two versions, each as it is read.
  ///
  /// @param said why the left one was sent back; null where nothing was said of the field
  /// @param file where the attachment to the right is read; empty for none
  public record Line(
      String field, String label, String before, String after, @Nullable String said, String file) {
    /// Whether the versions differ here.
    public boolean changed() {
      return !before.equals(after);
    }

    /// What was changed inside.
    public TextChange change() {
      return TextChange.of(before, after);
    }
  }

  /// Its address.
  public String href() {
    return "/achievements/" + achievement.id();
  }

  /// What was written in a control.
  public String value(String control) {
    return written.values().getOrDefault(control, "");
  }

  /// The reasons to refuse.
  public static List<RefusalReason> refusals() {
    return List.of(RefusalReason.values());
  }
}
