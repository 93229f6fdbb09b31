package org.ronghe.rules.fast;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.SwitchCase;
import java.util.ArrayList;
import org.ronghe.rules.language.Comparison;

/// The conditions.
final class FastConditions {
  private FastConditions() {}

  /// Compares two numbers: in doubles; where these cannot tell, as fractions; where these are not
  /// at hand, by the explaining evaluator.
  static final class Compare extends FastCondition {
    /// Which of less, equal and more do: bits 0, 1 and 2.
    private final int holding;

    private final boolean ordered;
    private final FastNumber left;
    private final FastNumber right;
    private final Exactly exactly;

    Compare(Comparison comparison, FastNumber left, FastNumber right, Exactly exactly) {
      this.left = left;
      this.right = right;
      this.exactly = exactly;
      ordered = comparison != Comparison.EQUAL && comparison != Comparison.DIFFERENT;
      holding =
          (comparison.holds(-1) ? 1 : 0)
              | (comparison.holds(0) ? 2 : 0)
              | (comparison.holds(1) ? 4 : 0);
    }

    @Override
    int eval(Frames frames, int firm, Register register) {
      left.eval(frames, firm, register);
      double low = register.low;
      double high = register.high;
      double error = register.error;
      int flags = register.flags;
      long top = register.top;
      long bottom = register.bottom;
      right.eval(frames, firm, register);
      int doubts = flags | register.flags;
      if ((doubts & (Register.UNBOUNDED | Register.NOT_ASKED)) != 0) {
        return (doubts & Register.NOT_ASKED) != 0 ? MISSING : open(doubts);
      }
      double a = low - register.high;
      double b = high - register.low;
      boolean known = low == high && register.low == register.high;
      double off = error + register.error;
      if (off > 0) {
        off += 4 * (Math.ulp(low) + Math.ulp(register.high));
        if (Math.abs(a) <= off || Math.abs(b) <= off) {
          int side = known ? side(low, error, top, bottom, register) : Fractions.UNSURE;
          return side == Fractions.UNSURE ? exactly.answer(frames, firm) : holds(side);
        }
      }
      if (known) {
        return holds(a);
      }
      int atLow = holds(a);
      return (ordered && atLow == holds(b)) || a > 0 || b < 0 ? atLow : open(doubts);
    }

    private static int side(double low, double error, long top, long bottom, Register right) {
      return Fractions.compare(
          bottom == 0 ? (long) low : top,
          bottom == 0 ? Fractions.bottomOf(low, error) : bottom,
          right.bottom == 0 ? (long) right.low : right.top,
          right.bottom == 0 ? Fractions.bottomOf(right.low, right.error) : right.bottom);
    }

    @Override
    void write(TitleCode code, Label met, Label notMet, Label undecided) {
      int a = left.write(code, undecided);
      int b = right.write(code, undecided);
      code.apart(a, b, left.roundings() + right.roundings(), undecided);
      code.to().dload(a).dload(b);
      write(code, met, notMet);
    }

    /// Compares the two numbers on the stack.
    void write(TitleCode code, Label met, Label notMet) {
      CodeBuilder to = code.to().dcmpl();
      switch (holding) {
        case 1 -> to.iflt(met);
        case 2 -> to.ifeq(met);
        case 3 -> to.ifle(met);
        case 4 -> to.ifgt(met);
        case 5 -> to.ifne(met);
        default -> to.ifge(met);
      }
      to.goto_(notMet);
    }

    int holds(double difference) {
      int sign = difference < 0 ? 0 : difference > 0 ? 2 : 1;
      return (holding >> sign) & 1;
    }
  }

  /// Compares what a slot holds with a number: most clauses are this.
  static final class CompareRead extends FastCondition {
    private final Compare compare;
    private final int slot;
    private final double right;

    /// @param compare the same, for what is not plainly known
    CompareRead(Compare compare, int slot, double right) {
      this.compare = compare;
      this.slot = slot;
      this.right = right;
    }

    @Override
    int eval(Frames frames, int firm, Register register) {
      return frames.states[slot][firm] == Frames.KNOWN
          ? compare.holds(frames.values[slot][firm] - right)
          : compare.eval(frames, firm, register);
    }

    @Override
    void write(TitleCode code, Label met, Label notMet, Label undecided) {
      code.read(slot, undecided);
      code.to().loadConstant(right);
      compare.write(code, met, notMet);
    }
  }

  /// Whether a code that conditions choose is one of several.
  static final class AmongChosen extends FastCondition {
    private final FastCondition[] conditions;
    private final boolean[] among;

    /// @param conditions of the options, in their order; the first that holds chooses
    /// @param among whether each option's code is one of them
    AmongChosen(FastCondition[] conditions, boolean[] among) {
      this.conditions = conditions;
      this.among = among;
    }

    @Override
    int eval(Frames frames, int firm, Register register) {
      boolean in = false;
      boolean out = false;
      int doubts = 0;
      for (int i = 0; i < conditions.length; i++) {
        int answer = conditions[i].eval(frames, firm, register);
        if (answer == NOT_MET) {
          continue;
        }
        in |= among[i];
        out |= !among[i];
        if (answer == MET) {
          return in == out ? open(doubts) : in ? MET : NOT_MET;
        }
        doubts |= answer == MISSING ? Register.MISSING : Register.HUMAN;
      }
      return open(doubts | Register.HUMAN);
    }

    @Override
    void write(TitleCode code, Label met, Label notMet, Label undecided) {
      for (int i = 0; i < conditions.length; i++) {
        Label next = code.to().newLabel();
        conditions[i].write(code, among[i] ? met : notMet, next, undecided);
        code.to().labelBinding(next);
      }
      code.to().goto_(undecided);
    }
  }

  /// At least so many of several.
  static final class AtLeast extends FastCondition {
    private final int least;
    private final FastCondition[] operands;

    AtLeast(int least, FastCondition[] operands) {
      this.least = least;
      this.operands = operands;
    }

    @Override
    int eval(Frames frames, int firm, Register register) {
      int met = 0;
      int missing = 0;
      int human = 0;
      int left = operands.length;
      for (FastCondition operand : operands) {
        left--;
        switch (operand.eval(frames, firm, register)) {
          case MET -> met++;
          case MISSING -> missing++;
          case HUMAN -> human++;
          default -> {}
        }
        if (met >= least) {
          return MET;
        }
        if (met + missing + human + left < least) {
          return NOT_MET;
        }
      }
      return missing > 0 ? MISSING : HUMAN;
    }

    @Override
    void write(TitleCode code, Label met, Label notMet, Label undecided) {
      if (operands.length == 0) {
        code.to().goto_(undecided);
        return;
      }
      int holding = code.counter();
      int open = code.counter();
      for (FastCondition operand : operands) {
        Label holds = code.to().newLabel();
        Label next = code.to().newLabel();
        Label unsure = code.to().newLabel();
        operand.write(
            code, least == 1 ? met : holds, least == operands.length ? notMet : next, unsure);
        code.to().labelBinding(holds).iinc(holding, 1).goto_(next);
        code.to().labelBinding(unsure).iinc(open, 1);
        code.to().labelBinding(next);
      }
      code.to().iload(holding).loadConstant(least).if_icmpge(met);
      code.to().iload(holding).iload(open).iadd().loadConstant(least).if_icmplt(notMet);
      code.to().goto_(undecided);
    }
  }

  static final class Not extends FastCondition {
    private final FastCondition operand;

    Not(FastCondition operand) {
      this.operand = operand;
    }

    @Override
    int eval(Frames frames, int firm, Register register) {
      int answer = operand.eval(frames, firm, register);
      return answer <= MET ? MET - answer : answer;
    }

    @Override
    void write(TitleCode code, Label met, Label notMet, Label undecided) {
      operand.write(code, notMet, met, undecided);
    }
  }

  static final class Flag extends FastCondition {
    private final int slot;

    Flag(int slot) {
      this.slot = slot;
    }

    @Override
    int eval(Frames frames, int firm, Register register) {
      byte state = frames.states[slot][firm];
      return state == Frames.KNOWN
          ? (frames.values[slot][firm] != 0 ? MET : NOT_MET)
          : (state & Frames.MISSING) != 0 ? MISSING : HUMAN;
    }

    @Override
    void write(TitleCode code, Label met, Label notMet, Label undecided) {
      code.read(slot, undecided);
      code.to().dconst_0().dcmpl().ifne(met).goto_(notMet);
    }
  }

  /// Whether a code of a slot is one of several.
  static final class Among extends FastCondition {
    private final int slot;
    private final boolean[] codes;

    Among(int slot, boolean[] codes) {
      this.slot = slot;
      this.codes = codes;
    }

    @Override
    int eval(Frames frames, int firm, Register register) {
      byte state = frames.states[slot][firm];
      if (state != Frames.KNOWN) {
        return (state & Frames.MISSING) != 0 ? MISSING : HUMAN;
      }
      int code = (int) frames.values[slot][firm];
      return code < codes.length && codes[code] ? MET : NOT_MET;
    }

    @Override
    void write(TitleCode code, Label met, Label notMet, Label undecided) {
      var cases = new ArrayList<SwitchCase>();
      for (int i = 0; i < codes.length; i++) {
        if (codes[i]) {
          cases.add(SwitchCase.of(i, met));
        }
      }
      code.read(slot, undecided);
      code.to().d2i().lookupswitch(notMet, cases);
    }
  }

  /// Whether a number is known.
  static final class Known extends FastCondition {
    private final FastNumber operand;

    Known(FastNumber operand) {
      this.operand = operand;
    }

    @Override
    int eval(Frames frames, int firm, Register register) {
      operand.eval(frames, firm, register);
      return register.isKnown() ? MET : NOT_MET;
    }

    @Override
    void write(TitleCode code, Label met, Label notMet, Label undecided) {
      operand.write(code, undecided);
      code.to().goto_(met);
    }
  }

  /// What only the explaining evaluator can tell.
  static final class Slow extends FastCondition {
    private final Exactly exactly;

    Slow(Exactly exactly) {
      this.exactly = exactly;
    }

    @Override
    int eval(Frames frames, int firm, Register register) {
      return exactly.answer(frames, firm);
    }
  }
}
