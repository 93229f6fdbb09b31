package org.ronghe.rules.fast;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.function.ToLongFunction;
import org.ronghe.rules.number.Exact;

/// Formulas over days, and those that round or take roots. What is not one known number, or lies
/// where doubles cannot tell, goes to the explaining evaluator.
final class DateNumbers {
  private DateNumbers() {}

  /// Full years, or days, from one day to another.
  static final class Between extends FastNumber {
    private final FastNumber from;
    private final FastNumber to;
    private final boolean years;
    private final Exactly exactly;

    Between(FastNumber from, FastNumber to, boolean years, Exactly exactly) {
      this.from = from;
      this.to = to;
      this.years = years;
      this.exactly = exactly;
    }

    @Override
    boolean isWhole() {
      return true;
    }

    @Override
    void eval(Frames frames, int firm, Register out) {
      from.eval(frames, firm, out);
      boolean known = out.isKnown() && out.error == 0;
      double first = out.low;
      int flags = out.flags;
      to.eval(frames, firm, out);
      if (!known || !out.isKnown() || out.error != 0) {
        boolean open = ((flags | out.flags) & Register.UNBOUNDED) != 0;
        if (open) {
          out.unknown((flags | out.flags) & (Register.MISSING | Register.HUMAN));
        } else {
          exactly.number(frames, firm, out);
        }
        return;
      }
      double days = out.low - first;
      out.exactly(
          years
              ? (double)
                  ChronoUnit.YEARS.between(
                      LocalDate.ofEpochDay((long) first), LocalDate.ofEpochDay((long) out.low))
              : days);
    }
  }

  /// Something of a day: its year, or another day.
  static final class OfDay extends FastNumber {
    private final FastNumber day;
    private final ToLongFunction<LocalDate> function;
    private final Exactly exactly;

    OfDay(FastNumber day, ToLongFunction<LocalDate> function, Exactly exactly) {
      this.day = day;
      this.function = function;
      this.exactly = exactly;
    }

    @Override
    boolean isWhole() {
      return true;
    }

    @Override
    void eval(Frames frames, int firm, Register out) {
      day.eval(frames, firm, out);
      if (out.isKnown() && out.error == 0) {
        out.exactly((double) function.applyAsLong(LocalDate.ofEpochDay((long) out.low)));
      } else if ((out.flags & Register.UNBOUNDED) == 0) {
        exactly.number(frames, firm, out);
      }
    }
  }

  /// Compound yearly growth.
  static final class Cagr extends FastNumber {
    /// Well above what a division, a power and a subtraction can be off.
    private static final double OFF = 1e-13;

    private final FastNumber first;
    private final FastNumber last;
    private final int years;
    private final Exactly exactly;

    Cagr(FastNumber first, FastNumber last, int years, Exactly exactly) {
      this.first = first;
      this.last = last;
      this.years = years;
      this.exactly = exactly;
    }

    @Override
    void eval(Frames frames, int firm, Register out) {
      first.eval(frames, firm, out);
      boolean exact = out.isKnown() && out.error == 0;
      double from = out.low;
      int flags = out.flags;
      last.eval(frames, firm, out);
      int both = flags | out.flags;
      if ((both & Register.NOT_ASKED) == 0 && (both & Register.UNBOUNDED) != 0) {
        out.unknown(both & (Register.MISSING | Register.HUMAN));
      } else if (exact && out.isKnown() && out.error == 0 && from > 0 && out.low > 0) {
        double factor = Math.pow(out.low / from, 1.0 / years);
        out.nearly(factor - 1, OFF * Math.max(1, factor));
      } else {
        exactly.number(frames, firm, out);
      }
    }
  }

  /// A number rounded to a step.
  static final class Rounded extends FastNumber {
    private static final double LIMIT = 0x1p50;

    private final FastNumber operand;
    private final double step;
    private final boolean plain;
    private final RoundingMode mode;
    private final Exactly exactly;

    Rounded(FastNumber operand, Exact step, RoundingMode mode, Exactly exactly) {
      this.operand = operand;
      this.step = step.nearest();
      this.mode = mode;
      this.exactly = exactly;
      plain = step.isWhole() && (mode == RoundingMode.FLOOR || mode == RoundingMode.CEILING);
    }

    @Override
    boolean isWhole() {
      return plain;
    }

    @Override
    void eval(Frames frames, int firm, Register out) {
      operand.eval(frames, firm, out);
      if ((out.flags & (Register.UNBOUNDED | Register.NOT_ASKED)) != 0) {
        return;
      }
      double steps = out.low / step;
      double off = out.error / step + Math.ulp(steps);
      if (plain && out.bottom != 0 && Fractions.fits(out.bottom, (long) step)) {
        long divisor = out.bottom * (long) step;
        long whole =
            mode == RoundingMode.FLOOR
                ? Math.floorDiv(out.top, divisor)
                : Math.ceilDiv(out.top, divisor);
        out.exactly((double) whole * step);
        return;
      }
      boolean sure =
          plain
              && out.isKnown()
              && Math.abs(steps) < LIMIT
              && (Math.abs(steps - Math.rint(steps)) > off || isExact(out));
      if (sure) {
        double whole = mode == RoundingMode.FLOOR ? Math.floor(steps) : Math.ceil(steps);
        out.exactly(whole * step);
      } else {
        exactly.number(frames, firm, out);
      }
    }

    private boolean isExact(Register out) {
      return step == 1 && out.error == 0;
    }
  }
}
