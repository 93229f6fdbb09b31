package org.ronghe.platform.digital.internal;

import org.jspecify.annotations.Nullable;
import org.ronghe.platform.web.View;

/// What a second assessor is asked for.
///
/// @param level what their answers come to; null before they finished
public record ReviewPage(View view, Review review, Sheet sheet, @Nullable Level level) {
  public String href() {
    return "/digital/reviews/" + review.id();
  }

  /// Whether the reader is the one who answers.
  public boolean own() {
    Long account = view.actor().account();
    return account != null && account == review.assessor().account();
  }

  /// The tone of a state's tag.
  public static String tone(String state) {
    return switch (state) {
      case "asked" -> "doubt";
      case "accepted" -> "accent";
      case "finished" -> "good";
      default -> "";
    };
  }
}
