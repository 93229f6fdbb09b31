package org.ronghe.rules.evaluate;

import java.util.List;
import org.ronghe.rules.source.Words;

/// The four answers, and how they combine; `docs/concepts/rules.md` has the table.
public enum Answer {
  MET("met", "符合", "met"),
  NOT_MET("not-met", "不符合", "not met"),
  DATA_MISSING("data-missing", "缺数据", "data missing"),
  NEEDS_HUMAN("needs-human", "需人工判断", "needs a human");

  private final String code;
  private final String zh;
  private final String en;

  Answer(String code, String zh, String en) {
    this.code = code;
    this.zh = zh;
    this.en = en;
  }

  public String code() {
    return code;
  }

  public Words words() {
    return new Words(zh, en);
  }

  public static Answer of(boolean holds) {
    return holds ? MET : NOT_MET;
  }

  public boolean isOpen() {
    return this == DATA_MISSING || this == NEEDS_HUMAN;
  }

  /// The opposite; what is open stays open.
  public Answer opposite() {
    return switch (this) {
      case MET -> NOT_MET;
      case NOT_MET -> MET;
      case DATA_MISSING, NEEDS_HUMAN -> this;
    };
  }

  /// Whether at least so many of several answers are met: met or not met where the open ones cannot
  /// change it, otherwise data missing if any is, otherwise needs a human. Data come before the
  /// human, since nobody should judge a file that is not complete.
  public static Answer atLeast(int least, List<Answer> answers) {
    int met = 0;
    int missing = 0;
    int human = 0;
    for (var answer : answers) {
      switch (answer) {
        case MET -> met++;
        case NOT_MET -> {}
        case DATA_MISSING -> missing++;
        case NEEDS_HUMAN -> human++;
      }
    }
    if (met >= least) {
      return MET;
    }
    return met + missing + human < least ? NOT_MET : missing > 0 ? DATA_MISSING : NEEDS_HUMAN;
  }
}
