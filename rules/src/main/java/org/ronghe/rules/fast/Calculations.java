package org.ronghe.rules.fast;

import java.lang.classfile.Label;
import org.ronghe.rules.link.Node.How;

/// Formulas that calculate, in doubles with a bound of their error and in fractions while these
/// fit.
final class Calculations {
  private static final double WHOLE_LIMIT = 0x1p53;

  private Calculations() {}

  /// Calculation with two operands. What is divided by a range goes to the explaining evaluator.
  static final class Arithmetic extends FastNumber {
    private final char operator;
    private final FastNumber left;
    private final FastNumber right;
    private final Exactly exactly;
    private final boolean whole;
    private final boolean ofReads;
    private final int leftSlot;
    private final int rightSlot;

    Arithmetic(char operator, FastNumber left, FastNumber right, Exactly exactly) {
      this.operator = operator;
      this.left = left;
      this.right = right;
      this.exactly = exactly;
      whole = operator != '/' && left.isWhole() && right.isWhole();
      ofReads = operator == '/' && left instanceof Operands.Read && right instanceof Operands.Read;
      leftSlot = left instanceof Operands.Read read ? read.slot() : 0;
      rightSlot = right instanceof Operands.Read read ? read.slot() : 0;
    }

    /// One plain number by another: the usual indicator.
    ///
    /// @return false if it is not that plain
    private static boolean quotient(double a, double b, Register out) {
      if (!(b > 0) || b != Math.rint(b) || a != Math.rint(a)) {
        return false;
      }
      if (b > WHOLE_LIMIT || Math.abs(a) > WHOLE_LIMIT) {
        return false;
      }
      double value = a / b;
      out.nearly(value, Math.ulp(value), (long) a, (long) b);
      return true;
    }

    @Override
    boolean isWhole() {
      return whole;
    }

    @Override
    void eval(Frames frames, int firm, Register out) {
      if (ofReads
          && frames.states[leftSlot][firm] == Frames.KNOWN
          && frames.states[rightSlot][firm] == Frames.KNOWN
          && quotient(frames.values[leftSlot][firm], frames.values[rightSlot][firm], out)) {
        return;
      }
      left.eval(frames, firm, out);
      double a = out.low;
      double high = out.high;
      double errorA = out.error;
      int flags = out.flags;
      long top = out.top;
      long bottom = out.bottom;
      right.eval(frames, firm, out);
      double b = out.low;
      int both = flags | out.flags;
      if ((both & (Register.NOT_ASKED | Register.UNBOUNDED)) != 0) {
        open(out, both, b == 0);
        return;
      }
      double errorB = out.error;
      if (a != high || b != out.high) {
        if (operator == '/') {
          exactly.number(frames, firm, out);
        } else {
          corners(out, a, high, errorA, both);
        }
        return;
      }
      if (operator == '/' && Math.abs(b) <= 2 * errorB) { // 0 as well
        exactly.number(frames, firm, out);
        return;
      }
      double value = apply(a, b);
      double error = error(a, errorA, b, errorB, value);
      if (whole && error == 0 && Math.abs(value) <= WHOLE_LIMIT) {
        out.exactly(value);
        return;
      }
      long topB = out.bottom == 0 ? (long) b : out.top;
      long bottomB = out.bottom == 0 ? Fractions.bottomOf(b, errorB) : out.bottom;
      if (bottom == 0) {
        top = (long) a;
        bottom = Fractions.bottomOf(a, errorA);
      }
      out.nearly(value, error + Math.ulp(value));
      fraction(out, top, bottom, topB, bottomB);
    }

    @Override
    int roundings() {
      return whole ? 0 : left.roundings() + right.roundings() + 1;
    }

    @Override
    int write(TitleCode code, Label undecided) {
      int a = left.write(code, undecided);
      int b = right.write(code, undecided);
      boolean cancels = operator == '-' || operator == '+';
      if (operator == '/') {
        code.positive(b, undecided);
      } else if (cancels && !whole) {
        code.notNegative(a, undecided);
        code.notNegative(b, undecided);
      }
      if (operator == '-' && !whole) {
        code.to().goto_(undecided);
      }
      code.to().dload(a).dload(b);
      switch (operator) {
        case '+' -> code.to().dadd();
        case '-' -> code.to().dsub();
        case '*' -> code.to().dmul();
        default -> code.to().ddiv();
      }
      int result = code.keep();
      if (whole) {
        code.whole(result, undecided);
      }
      return result;
    }

    /// A number that can be anything, or is not asked for.
    private void open(Register out, int both, boolean zero) {
      if ((both & Register.NOT_ASKED) != 0) {
        out.notAsked();
        return;
      }
      boolean byZero = operator == '/' && out.isKnown() && zero;
      out.unknown((both & (Register.MISSING | Register.HUMAN)) | (byZero ? Register.HUMAN : 0));
    }

    private double apply(double a, double b) {
      return switch (operator) {
        case '+' -> a + b;
        case '-' -> a - b;
        case '*' -> a * b;
        default -> a / b;
      };
    }

    private double error(double a, double errorA, double b, double errorB, double value) {
      return switch (operator) {
        case '+', '-' -> errorA + errorB;
        case '*' -> Math.abs(a) * errorB + Math.abs(b) * errorA + errorA * errorB;
        default -> 2 * (errorA + Math.abs(value) * errorB) / Math.abs(b);
      };
    }

    private void fraction(Register out, long top, long bottom, long topB, long bottomB) {
      switch (operator) {
        case '+' -> Fractions.add(out, top, bottom, topB, bottomB, 1);
        case '-' -> Fractions.add(out, top, bottom, topB, bottomB, -1);
        case '*' -> Fractions.multiply(out, top, bottom, topB, bottomB);
        default -> Fractions.divide(out, top, bottom, topB, bottomB);
      }
    }

    /// A range by a range: the ends are among the four corners.
    private void corners(Register out, double a, double high, double errorA, int doubts) {
      double one = apply(a, out.low);
      double two = apply(a, out.high);
      double three = apply(high, out.low);
      double four = apply(high, out.high);
      double least = Math.min(Math.min(one, two), Math.min(three, four));
      double most = Math.max(Math.max(one, two), Math.max(three, four));
      double greatA = Math.max(Math.abs(a), Math.abs(high));
      double greatB = Math.max(Math.abs(out.low), Math.abs(out.high));
      double error = error(greatA, errorA, greatB, out.error, 0);
      double size = Math.max(Math.abs(least), Math.abs(most));
      boolean exact = whole && error == 0 && size <= WHOLE_LIMIT;
      out.range(least, most, exact ? 0 : error + Math.ulp(size), doubts);
      out.settle();
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

    private boolean sumIsWhole() {
      for (FastNumber operand : operands) {
        if (!operand.isWhole()) {
          return false;
        }
      }
      return true;
    }

    @Override
    int roundings() {
      int most = 0;
      for (FastNumber operand : operands) {
        most = Math.max(most, operand.roundings());
      }
      return whole
          ? 0
          : how == How.LEAST || how == How.GREATEST ? most : most + operands.length + 1;
    }

    @Override
    int write(TitleCode code, Label undecided) {
      boolean sums = how == How.SUM || how == How.MEAN;
      boolean exact = sumIsWhole();
      int result = -1;
      for (FastNumber operand : operands) {
        int next = operand.write(code, undecided);
        if (sums && !exact) {
          code.notNegative(next, undecided);
        }
        if (result < 0) {
          result = next;
          continue;
        }
        if (sums) {
          code.to().dload(result).dload(next).dadd();
        } else {
          code.extreme(how == How.LEAST ? "min" : "max", result, next);
        }
        result = code.keep();
        if (sums && exact) {
          code.whole(result, undecided);
        }
      }
      if (result < 0) {
        code.to().goto_(undecided);
        return code.constant(0);
      }
      if (how == How.MEAN) {
        code.to().dload(result).loadConstant((double) operands.length).ddiv();
        result = code.keep();
      }
      return result;
    }

    @Override
    void eval(Frames frames, int firm, Register out) {
      double low = 0;
      double high = 0;
      double error = 0;
      int flags = 0;
      long top = 0;
      long bottom = 0;
      int count = 0;
      for (FastNumber operand : operands) {
        operand.eval(frames, firm, out);
        if ((out.flags & Register.NOT_ASKED) != 0) {
          continue;
        }
        flags |= out.flags;
        if (!whole && out.bottom == 0) {
          out.top = (long) out.low;
          out.bottom = out.low == out.high ? Fractions.bottomOf(out.low, out.error) : 0;
        }
        if (count == 0) {
          low = out.low;
          high = out.high;
          error = out.error;
          top = out.top;
          bottom = out.bottom;
        } else {
          double before = low;
          double off = error + out.error;
          switch (how) {
            case SUM, MEAN -> {
              low += out.low;
              high += out.high;
              error = off;
              if (error > 0 || !whole || high > WHOLE_LIMIT || low < -WHOLE_LIMIT) {
                error += Math.ulp(Math.max(Math.abs(low), Math.abs(high)));
              }
              Fractions.add(out, top, bottom, out.top, out.bottom, 1);
              top = out.top;
              bottom = out.bottom;
            }
            case LEAST, GREATEST -> {
              boolean takes = how == How.LEAST ? out.low < low : out.low > low;
              boolean apart = Math.abs(out.low - before) > off + Math.ulp(before);
              low = how == How.LEAST ? Math.min(low, out.low) : Math.max(low, out.low);
              high = how == How.LEAST ? Math.min(high, out.high) : Math.max(high, out.high);
              error = Math.max(error, out.error);
              top = takes ? out.top : top;
              bottom = apart ? (takes ? out.bottom : bottom) : 0;
            }
          }
        }
        count++;
      }
      if (count == 0) {
        out.notAsked();
        return;
      }
      if (how == How.MEAN) {
        low /= count;
        high /= count;
        error = error / count + Math.ulp(Math.max(Math.abs(low), Math.abs(high)));
        Fractions.multiply(out, top, bottom, 1, count);
        top = out.top;
        bottom = out.bottom;
      }
      out.range(low, high, error, flags);
      if (low == high && !whole) {
        out.top = top;
        out.bottom = bottom;
      }
      out.settle();
    }
  }
}
