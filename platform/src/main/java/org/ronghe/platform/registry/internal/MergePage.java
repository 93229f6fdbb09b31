package org.ronghe.platform.registry.internal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.registry.Achievement;
import org.ronghe.platform.web.View;

/// What two people wrote into a form at once, to be put together.
///
/// @param achievement as it stands now
/// @param merge of what the reader wrote with it
/// @param picks what was chosen before, by the name of what differs
/// @param wanting whether a choice is missing
public record MergePage(
    View view,
    Achievement achievement,
    Merge merge,
    Map<String, Merge.Pick> picks,
    boolean wanting) {
  public MergePage {
    picks = Map.copyOf(picks);
  }

  /// Its address.
  public String href() {
    return "/achievements/" + achievement.id();
  }

  /// Its name.
  public String title() {
    return achievement.title().isEmpty() ? view.text("registry.untitled") : achievement.title();
  }

  /// Whether the form can still be changed; what was handed in or decided meanwhile cannot.
  public boolean open() {
    return achievement.state().editable();
  }

  /// What differs.
  public List<Merge.Unit> units() {
    return merge.units(view.texts());
  }

  /// What is chosen of something that differs; null where nobody has chosen yet.
  public Merge.@Nullable Pick picked(Merge.Unit unit) {
    return picks.getOrDefault(unit.name(), unit.picked());
  }

  /// What both began with, as it is sent back.
  public String base() {
    return AchievementRows.json(merge.base().values());
  }
}
