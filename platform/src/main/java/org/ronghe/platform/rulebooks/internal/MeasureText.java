package org.ronghe.platform.rulebooks.internal;

import org.jspecify.annotations.Nullable;
import org.ronghe.rules.evaluate.Evaluation.Measure;
import org.ronghe.rules.evaluate.Shown;
import org.ronghe.rules.page.Legible;
import org.ronghe.rules.page.Legible.Sides;
import org.ronghe.rules.page.Wording;

/// Comparisons as one reads them: what, its value, the sign and the threshold.
final class MeasureText {
  private final Wording wording;
  private final Legible legible;

  MeasureText(Wording wording) {
    this.wording = wording;
    legible = new Legible(wording.language());
  }

  String of(Measure measure) {
    return text(measure, sides(measure));
  }

  /// The same in full; null where that says no more.
  @Nullable String exact(Measure measure) {
    String exact =
        text(
            measure,
            new Sides(
                Shown.content(measure.value(), measure.unit(), wording.language()),
                Shown.content(measure.threshold(), measure.unit(), wording.language())));
    return exact.equals(of(measure)) ? null : exact;
  }

  /// Without what it is of.
  String figures(Measure measure) {
    Sides sides = sides(measure);
    return sides.left() + " " + measure.comparison().sign() + " " + sides.right();
  }

  /// How far a value has to move; empty where it need not.
  String distance(Measure measure) {
    return measure
        .distance()
        .map(distance -> legible.distance(distance, measure.unit()))
        .orElse("");
  }

  private Sides sides(Measure measure) {
    return legible.sides(measure.value(), measure.threshold(), measure.unit());
  }

  private String text(Measure measure, Sides sides) {
    String what = wording.expression(measure.left());
    boolean literal =
        what.equals(Shown.content(measure.value(), measure.unit(), wording.language()));
    return (literal ? sides.left() : what + " = " + sides.left())
        + "  "
        + measure.comparison().sign()
        + " "
        + sides.right();
  }
}
