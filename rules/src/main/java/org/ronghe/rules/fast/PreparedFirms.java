package org.ronghe.rules.fast;

import org.ronghe.rules.evaluate.Answer;
import org.ronghe.rules.link.Slot;

/// Firms whose slots are filled, to be judged again and again.
public final class PreparedFirms {
  private final Frames frames;
  private final FastCondition[] conditions;
  private final Register register;

  PreparedFirms(Frames frames, FastCondition[] conditions, Register register) {
    this.frames = frames;
    this.conditions = conditions;
    this.register = register;
  }

  public int firms() {
    return frames.size();
  }

  /// The answer of one title for one firm.
  public Answer answer(int title, int firm) {
    register.round++;
    return FastCondition.answer(conditions[title].eval(frames, firm, register));
  }

  /// The values of a slot by firm; whether each is known stands in [#known].
  public double[] values(Slot slot) {
    return frames.values[slot.index()].clone();
  }

  /// The code of a slot for one firm; empty where there is none or it is not known.
  public String code(Slot slot, int firm) {
    return frames.code(slot.index(), firm);
  }

  /// Whether the values of a slot are known, by firm.
  public boolean[] known(Slot slot) {
    var states = frames.states[slot.index()];
    var known = new boolean[states.length];
    for (int i = 0; i < known.length; i++) {
      known[i] = states[i] == Frames.KNOWN;
    }
    return known;
  }
}
