package org.ronghe.rules.fast;

import java.lang.classfile.Label;
import org.ronghe.rules.evaluate.Answer;

/// A condition over columns; its answers are small numbers.
abstract class FastCondition {
  static final int NOT_MET = 0;
  static final int MET = 1;
  static final int MISSING = 2;
  static final int HUMAN = 3;

  abstract int eval(Frames frames, int firm, Register register);

  /// Writes itself: ends with a jump to one of the three. Nothing is decided where it cannot.
  void write(TitleCode code, Label met, Label notMet, Label undecided) {
    code.to().goto_(undecided);
  }

  static int code(Answer answer) {
    return switch (answer) {
      case MET -> MET;
      case NOT_MET -> NOT_MET;
      case DATA_MISSING -> MISSING;
      case NEEDS_HUMAN -> HUMAN;
    };
  }

  static Answer answer(int code) {
    return switch (code) {
      case MET -> Answer.MET;
      case NOT_MET -> Answer.NOT_MET;
      case MISSING -> Answer.DATA_MISSING;
      default -> Answer.NEEDS_HUMAN;
    };
  }

  /// The answer to a question left open by doubts.
  static int open(int flags) {
    return (flags & Register.MISSING) != 0 ? MISSING : HUMAN;
  }

  /// A condition that is the same for everybody.
  static FastCondition fixed(int answer) {
    return new Fixed(answer);
  }

  private static final class Fixed extends FastCondition {
    private final int answer;

    Fixed(int answer) {
      this.answer = answer;
    }

    @Override
    int eval(Frames frames, int firm, Register register) {
      return answer;
    }

    @Override
    void write(TitleCode code, Label met, Label notMet, Label undecided) {
      code.to().goto_(answer == MET ? met : answer == NOT_MET ? notMet : undecided);
    }
  }
}
