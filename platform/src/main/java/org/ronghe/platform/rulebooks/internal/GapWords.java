package org.ronghe.platform.rulebooks.internal;

import java.util.ArrayList;
import java.util.List;
import org.ronghe.platform.web.View;
import org.ronghe.rules.evaluate.Gap;
import org.ronghe.rules.language.Unit;
import org.ronghe.rules.page.Legible;
import org.ronghe.rules.page.Wording;

/// What would turn a title to met, in words.
public final class GapWords {
  /// Inputs told of one change: where an operator has set nothing, there are dozens.
  private static final int MOST_LEVERS = 8;

  private final View view;
  private final Wording wording;
  private final Legible legible;

  GapWords(View view, Wording wording) {
    this.view = view;
    this.wording = wording;
    legible = new Legible(wording.language());
  }

  public String text(Gap.Change change) {
    String text = change.text().in(wording.language());
    return text.isEmpty() ? change.clause() : text;
  }

  /// Whether one of several inputs is enough.
  public boolean isEither(Gap.Change change) {
    return change.kind() == Gap.Kind.CHANGE && change.levers().size() > 1;
  }

  /// What each input that would do alone would have to become, with the year it stands for.
  public List<String> levers(Gap.Change change) {
    var lines = new ArrayList<String>();
    for (Gap.Lever lever : change.levers()) {
      if (lines.size() == MOST_LEVERS) {
        lines.add(view.text("rulebooks.levers.more", change.levers().size() - MOST_LEVERS));
        break;
      }
      String name = wording.name(lever.input()) + lever.year().map(year -> " " + year).orElse("");
      Legible.Sides way = legible.way(lever.from(), lever.to(), lever.unit());
      lines.add(
          change.kind() == Gap.Kind.CHANGE ? name + ": " + way.left() + " → " + way.right() : name);
    }
    return lines;
  }

  public String cost(Gap.Change change) {
    return change.cost().map(cost -> legible.content(cost, Unit.CNY)).orElse("");
  }
}
