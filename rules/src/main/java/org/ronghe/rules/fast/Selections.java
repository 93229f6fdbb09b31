package org.ronghe.rules.fast;

import java.lang.classfile.Label;
import org.jspecify.annotations.Nullable;

/// Numbers chosen by other numbers or by conditions.
final class Selections {
  private Selections() {}

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
    int roundings() {
      return bands.roundings();
    }

    @Override
    int write(TitleCode code, Label undecided) {
      int value = measure.write(code, undecided);
      return bands.write(code, value, measure.roundings(), undecided);
    }

    @Override
    void eval(Frames frames, int firm, Register out) {
      measure.eval(frames, firm, out);
      boolean found;
      if ((out.flags & Register.NOT_ASKED) != 0) {
        found = false;
      } else if ((out.flags & Register.UNBOUNDED) != 0) {
        bands.all(out);
        found = true;
      } else {
        found = out.low == out.high ? bands.find(out) : bands.over(out);
      }
      if (!found) {
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
    int roundings() {
      int most = 0;
      for (FastNumber value : values) {
        most = Math.max(most, value.roundings());
      }
      return most;
    }

    @Override
    int write(TitleCode code, Label undecided) {
      int result = code.constant(0);
      Label done = code.to().newLabel();
      for (int i = 0; i < values.length; i++) {
        Label holds = code.to().newLabel();
        Label next = code.to().newLabel();
        FastCondition condition = conditions[i];
        if (condition != null) {
          condition.write(code, holds, next, undecided);
        }
        code.to().labelBinding(holds);
        code.to().dload(values[i].write(code, undecided)).dstore(result).goto_(done);
        code.to().labelBinding(next);
      }
      code.to().goto_(undecided);
      code.to().labelBinding(done);
      return result;
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
        out.range(low, high, error, flags & (Register.MISSING | Register.HUMAN));
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
      out.range(met, met + open, 0, flags);
    }

    @Override
    int write(TitleCode code, Label undecided) {
      int met = code.counter();
      for (FastCondition condition : conditions) {
        Label holds = code.to().newLabel();
        Label next = code.to().newLabel();
        condition.write(code, holds, next, undecided);
        code.to().labelBinding(holds).iinc(met, 1).labelBinding(next);
      }
      code.to().iload(met).i2d();
      return code.keep();
    }
  }
}
