package org.ronghe.platform.ranking.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a ranking says to this node: where we stand, what changed, what to do.
///
/// @param headline the finding
/// @param standing what supports it
/// @param changes against the ranking before; empty without one
/// @param actions what could be done
/// @param facts a few figures
public record Story(
    String headline,
    List<String> standing,
    List<String> changes,
    List<Action> actions,
    List<Fact> facts) {
  public Story {
    standing = List.copyOf(standing);
    changes = List.copyOf(changes);
    actions = List.copyOf(actions);
    facts = List.copyOf(facts);
  }

  /// Something to do.
  ///
  /// @param href where; null where it is not done here
  public record Action(String text, @Nullable String href) {}

  /// A figure with what it counts.
  public record Fact(String caption, String figure, String note) {}
}
