package org.ronghe.rules.fast;

import java.lang.classfile.Label;
import org.ronghe.rules.number.Exact;

/// What formulas start from.
final class Operands {
  private Operands() {}

  static final class Constant extends FastNumber {
    private final Rough number;

    Constant(Exact exact) {
      number = Rough.of(exact);
    }

    Rough number() {
      return number;
    }

    @Override
    void eval(Frames frames, int firm, Register out) {
      out.nearly(number.nearest(), number.off(), number.top(), number.bottom());
    }

    @Override
    boolean isWhole() {
      return number.exact().isWhole();
    }

    @Override
    int roundings() {
      return number.off() == 0 ? 0 : 1;
    }

    @Override
    int write(TitleCode code, Label undecided) {
      return code.constant(number.nearest());
    }
  }

  /// Points a person chooses between.
  static final class Range extends FastNumber {
    private final double low;
    private final double high;

    Range(double low, double high) {
      this.low = low;
      this.high = high;
    }

    @Override
    void eval(Frames frames, int firm, Register out) {
      out.range(low, high, 0, Register.HUMAN);
    }
  }

  static final class Read extends FastNumber {
    private final int slot;
    private final boolean whole;
    private final boolean bounded;
    private final double low;
    private final double high;

    Read(int slot, boolean whole, boolean bounded, double low, double high) {
      this.slot = slot;
      this.whole = whole;
      this.bounded = bounded;
      this.low = low;
      this.high = high;
    }

    /// The slot it reads.
    int slot() {
      return slot;
    }

    @Override
    void eval(Frames frames, int firm, Register out) {
      byte state = frames.states[slot][firm];
      double value = frames.values[slot][firm];
      if (state == Frames.KNOWN) {
        out.exactly(value);
      } else if (state == Frames.NEAR) {
        var number = frames.aside(slot, firm);
        out.nearly(value, number.off(), number.top(), number.bottom());
      } else if (state == Frames.NOT_ASKED) {
        out.notAsked();
      } else if (bounded) {
        out.range(low, high, 0, state);
      } else {
        out.unknown(state);
      }
    }

    @Override
    boolean isWhole() {
      return whole;
    }

    @Override
    int write(TitleCode code, Label undecided) {
      code.read(slot, undecided);
      return code.keep();
    }
  }

  static final class FirstKnown extends FastNumber {
    private final FastNumber first;
    private final FastNumber second;

    FirstKnown(FastNumber first, FastNumber second) {
      this.first = first;
      this.second = second;
    }

    @Override
    boolean isWhole() {
      return first.isWhole() && second.isWhole();
    }

    @Override
    void eval(Frames frames, int firm, Register out) {
      first.eval(frames, firm, out);
      if (!out.isKnown()) {
        second.eval(frames, firm, out);
      }
    }

    @Override
    int roundings() {
      return first.roundings();
    }

    @Override
    int write(TitleCode code, Label undecided) {
      return first.write(code, undecided);
    }
  }

  /// A value that several nodes use, worked out once for each firm.
  static final class Shared extends FastNumber {
    private final int index;
    private final FastNumber node;

    Shared(int index, FastNumber node) {
      this.index = index;
      this.node = node;
    }

    FastNumber node() {
      return node;
    }

    @Override
    boolean isWhole() {
      return node.isWhole();
    }

    @Override
    int roundings() {
      return node.roundings();
    }

    @Override
    int write(TitleCode code, Label undecided) {
      return code.shared(this, undecided);
    }

    @Override
    void eval(Frames frames, int firm, Register out) {
      if (out.rounds[index] == out.round) {
        out.recall(index);
      } else {
        node.eval(frames, firm, out);
        out.keep(index);
      }
    }
  }

  /// What only the explaining evaluator can work out.
  static final class Slow extends FastNumber {
    private final Exactly exactly;

    Slow(Exactly exactly) {
      this.exactly = exactly;
    }

    @Override
    void eval(Frames frames, int firm, Register out) {
      exactly.number(frames, firm, out);
    }
  }
}
