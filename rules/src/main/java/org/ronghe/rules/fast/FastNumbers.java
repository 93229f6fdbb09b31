package org.ronghe.rules.fast;

import org.jspecify.annotations.Nullable;
import org.ronghe.rules.link.Node.How;

/// The formulas.
final class FastNumbers {
  private static final double WHOLE_LIMIT = 0x1p53;

  private FastNumbers() {}

  static final class Constant extends FastNumber {
    private final double value;
    private final double error;
    private final boolean whole;

    Constant(double value, double error, boolean whole) {
      this.value = value;
      this.error = error;
      this.whole = whole;
    }

    @Override
    void eval(Frames frames, int firm, Register out) {
      out.nearly(value, error);
    }

    @Override
    boolean isWhole() {
      return whole;
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
      out.low = low;
      out.high = high;
      out.error = 0;
      out.flags = Register.HUMAN;
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

    @Override
    void eval(Frames frames, int firm, Register out) {
      byte state = frames.states[slot][firm];
      double value = frames.values[slot][firm];
      if (state == Frames.KNOWN) {
        out.exactly(value);
      } else if (state == Frames.NEAR) {
        out.nearly(value, Math.ulp(value));
      } else if (state == Frames.NOT_ASKED) {
        out.unknown(Register.MISSING);
        out.flags |= Register.NOT_ASKED;
      } else if (bounded) {
        out.low = low;
        out.high = high;
        out.error = 0;
        out.flags = state;
      } else {
        out.unknown(state);
      }
    }

    @Override
    boolean isWhole() {
      return whole;
    }
  }

  /// Calculation with two operands that are known; ranges of points add and subtract, all else goes
  /// to the explaining evaluator.
  static final class Arithmetic extends FastNumber {
    private final char operator;
    private final FastNumber left;
    private final FastNumber right;
    private final Exactly exactly;
    private final boolean whole;

    Arithmetic(char operator, FastNumber left, FastNumber right, Exactly exactly) {
      this.operator = operator;
      this.left = left;
      this.right = right;
      this.exactly = exactly;
      whole = operator != '/' && left.isWhole() && right.isWhole();
    }

    @Override
    boolean isWhole() {
      return whole;
    }

    @Override
    void eval(Frames frames, int firm, Register out) {
      left.eval(frames, firm, out);
      double a = out.low;
      double high = out.high;
      double errorA = out.error;
      int flags = out.flags;
      right.eval(frames, firm, out);
      double b = out.low;
      if (((flags | out.flags) & Register.NOT_ASKED) != 0) {
        out.unknown(Register.MISSING);
        out.flags |= Register.NOT_ASKED;
        return;
      }
      if (((flags | out.flags) & Register.UNBOUNDED) != 0) {
        boolean byZero = operator == '/' && out.isKnown() && b == 0;
        out.unknown(
            ((flags | out.flags) & (Register.MISSING | Register.HUMAN))
                | (byZero ? Register.HUMAN : 0));
        return;
      }
      if (a != high || b != out.high) {
        exactly.number(frames, firm, out);
        return;
      }
      double errorB = out.error;
      double value;
      double error;
      switch (operator) {
        case '+' -> {
          value = a + b;
          error = errorA + errorB;
        }
        case '-' -> {
          value = a - b;
          error = errorA + errorB;
        }
        case '*' -> {
          value = a * b;
          error = Math.abs(a) * errorB + Math.abs(b) * errorA + errorA * errorB;
        }
        default -> {
          if (Math.abs(b) <= 2 * errorB || b == 0) {
            exactly.number(frames, firm, out);
            return;
          }
          value = a / b;
          error = 2 * (errorA + Math.abs(value) * errorB) / Math.abs(b);
        }
      }
      boolean exact = whole && error == 0 && Math.abs(value) <= WHOLE_LIMIT;
      out.nearly(value, exact ? 0 : error + Math.ulp(value));
    }
  }

  static final class Fold extends FastNumber {
    private final How how;
    private final FastNumber[] operands;
    private final boolean whole;

    Fold(How how, FastNumber[] operands) {
      this.how = how;
      this.operands = operands;
      boolean all = how != How.MEAN;
      for (FastNumber operand : operands) {
        all &= operand.isWhole();
      }
      whole = all;
    }

    @Override
    boolean isWhole() {
      return whole;
    }

    @Override
    void eval(Frames frames, int firm, Register out) {
      double low = 0;
      double high = 0;
      double error = 0;
      int flags = 0;
      int count = 0;
      for (FastNumber operand : operands) {
        operand.eval(frames, firm, out);
        if ((out.flags & Register.NOT_ASKED) != 0) {
          continue;
        }
        flags |= out.flags;
        if (count == 0) {
          low = out.low;
          high = out.high;
          error = out.error;
        } else {
          switch (how) {
            case SUM, MEAN -> {
              low += out.low;
              high += out.high;
              error += out.error;
              if (error > 0 || !whole || high > WHOLE_LIMIT || low < -WHOLE_LIMIT) {
                error += Math.ulp(Math.max(Math.abs(low), Math.abs(high)));
              }
            }
            case LEAST -> {
              low = Math.min(low, out.low);
              high = Math.min(high, out.high);
              error = Math.max(error, out.error);
            }
            case GREATEST -> {
              low = Math.max(low, out.low);
              high = Math.max(high, out.high);
              error = Math.max(error, out.error);
            }
          }
        }
        count++;
      }
      if (count == 0) {
        out.unknown(Register.MISSING);
        out.flags |= Register.NOT_ASKED;
        return;
      }
      if (how == How.MEAN) {
        low /= count;
        high /= count;
        error = error / count + Math.ulp(Math.max(Math.abs(low), Math.abs(high)));
      }
      out.low = low;
      out.high = high;
      out.error = error;
      out.flags = flags;
      out.settle();
    }
  }

  /// The points of the band a measure lies in.
  static final class Banded extends FastNumber {
    private final FastNumber measure;
    private final Bands bands;
    private final Exactly exactly;

    Banded(FastNumber measure, Bands bands, Exactly exactly) {
      this.measure = measure;
      this.bands = bands;
      this.exactly = exactly;
    }

    @Override
    boolean isWhole() {
      return bands.isWhole();
    }

    @Override
    void eval(Frames frames, int firm, Register out) {
      measure.eval(frames, firm, out);
      if (!out.isKnown()
          && (out.flags & Register.UNBOUNDED) != 0
          && (out.flags & Register.NOT_ASKED) == 0) {
        bands.all(out);
      } else if (!out.isKnown() || !bands.find(out)) {
        exactly.number(frames, firm, out);
      }
    }
  }

  /// The first option whose condition holds.
  static final class Choice extends FastNumber {
    private final @Nullable FastCondition[] conditions;
    private final FastNumber[] values;
    private final boolean whole;

    Choice(@Nullable FastCondition[] conditions, FastNumber[] values) {
      this.conditions = conditions;
      this.values = values;
      boolean all = true;
      for (FastNumber value : values) {
        all &= value.isWhole();
      }
      whole = all;
    }

    @Override
    boolean isWhole() {
      return whole;
    }

    @Override
    void eval(Frames frames, int firm, Register out) {
      boolean any = false;
      double low = 0;
      double high = 0;
      double error = 0;
      int flags = 0;
      int doubt = 0;
      for (int i = 0; i < values.length; i++) {
        FastCondition condition = conditions[i];
        int answer = condition == null ? FastCondition.MET : condition.eval(frames, firm, out);
        if (answer == FastCondition.NOT_MET) {
          continue;
        }
        values[i].eval(frames, firm, out);
        if (answer == FastCondition.MET && !any) {
          return;
        }
        low = any ? Math.min(low, out.low) : out.low;
        high = any ? Math.max(high, out.high) : out.high;
        error = Math.max(error, out.error);
        flags |= out.flags;
        any = true;
        if (answer == FastCondition.MET) {
          leave(out, low, high, error, flags | doubt);
          return;
        }
        doubt |= answer == FastCondition.MISSING ? Register.MISSING : Register.HUMAN;
      }
      out.unknown(flags | doubt | Register.HUMAN);
    }

    private static void leave(Register out, double low, double high, double error, int flags) {
      if ((flags & Register.UNBOUNDED) != 0) {
        out.unknown(flags & (Register.MISSING | Register.HUMAN));
      } else {
        out.low = low;
        out.high = high;
        out.error = error;
        out.flags = flags & (Register.MISSING | Register.HUMAN);
        out.settle();
      }
    }
  }

  /// How many conditions hold.
  static final class Tally extends FastNumber {
    private final FastCondition[] conditions;

    Tally(FastCondition[] conditions) {
      this.conditions = conditions;
    }

    @Override
    boolean isWhole() {
      return true;
    }

    @Override
    void eval(Frames frames, int firm, Register out) {
      int met = 0;
      int open = 0;
      int flags = 0;
      for (FastCondition condition : conditions) {
        switch (condition.eval(frames, firm, out)) {
          case FastCondition.MET -> met++;
          case FastCondition.MISSING -> {
            open++;
            flags |= Register.MISSING;
          }
          case FastCondition.HUMAN -> {
            open++;
            flags |= Register.HUMAN;
          }
          default -> {}
        }
      }
      out.low = met;
      out.high = met + open;
      out.error = 0;
      out.flags = flags;
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
  }

  /// A value that several nodes use, worked out once for each firm.
  static final class Shared extends FastNumber {
    private final int index;
    private final FastNumber node;

    Shared(int index, FastNumber node) {
      this.index = index;
      this.node = node;
    }

    @Override
    boolean isWhole() {
      return node.isWhole();
    }

    @Override
    void eval(Frames frames, int firm, Register out) {
      if (out.rounds[index] == out.round) {
        out.low = out.lows[index];
        out.high = out.highs[index];
        out.error = out.errors[index];
        out.flags = out.marks[index];
        return;
      }
      node.eval(frames, firm, out);
      out.rounds[index] = out.round;
      out.lows[index] = out.low;
      out.highs[index] = out.high;
      out.errors[index] = out.error;
      out.marks[index] = out.flags;
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
