package org.ronghe.platform.matching.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronghe.match.quantity.Check;
import org.ronghe.match.search.Passage;
import org.ronghe.platform.matching.MatchAnswer;
import org.ronghe.platform.matching.MatchOutcome;
import org.ronghe.platform.matching.Offer;
import org.ronghe.platform.web.View;

/// Answers to a need on screen.
///
/// @param title of the need, as typed
/// @param text of it, as typed
/// @param like the offer that similar ones are wanted of; null where a need is asked
/// @param answer what was found
/// @param decided what the reader decided about it, by the offers' ids
public record MatchPage(
    View view,
    String title,
    String text,
    @Nullable Offer like,
    MatchAnswer answer,
    Map<Long, MatchOutcome> decided) {
  public MatchPage {
    decided = Map.copyOf(decided);
  }

  /// A piece of a passage.
  public record Part(String text, boolean marked) {}

  /// Whether something was asked.
  public boolean asked() {
    return like != null || !title.isEmpty() || !text.isEmpty();
  }

  /// Whether the reader may say what they decide.
  public boolean decides() {
    return like == null && view.actor().signedIn();
  }

  /// The offer that similar ones are wanted of.
  public Optional<Offer> similarTo() {
    return Optional.ofNullable(like);
  }

  /// A passage in pieces, to be escaped one by one.
  public static List<Part> parts(Passage passage) {
    var parts = new ArrayList<Part>();
    int at = 0;
    for (Passage.Mark mark : passage.marks()) {
      add(parts, passage.text().substring(at, mark.from()), false);
      add(parts, passage.text().substring(mark.from(), mark.to()), true);
      at = mark.to();
    }
    add(parts, passage.text().substring(at), false);
    return parts;
  }

  private static void add(List<Part> parts, String text, boolean marked) {
    if (!text.isEmpty()) {
      parts.add(new Part(text, marked));
    }
  }

  /// What became of a demand, in words.
  public String check(Check check) {
    String demand = (check.demand().about() + " " + check.demand().written()).strip();
    String verdict = check.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return view.text("matching.check." + verdict, demand, check.stated());
  }
}
