package org.ronghe.match.evaluate;

/// What finding a document of a level is worth in nDCG.
public enum Gain {
  /// 2^(level − 1) − 1, for levels from 1 (not relevant) to 4: 0, 1, 3, 7.
  LEVEL,
  /// The level itself, 0 below 0, as `trec_eval` does.
  GRADE,
  /// 1 for every level above 0.
  BINARY;

  /// The worth of a level.
  public double of(int level) {
    return switch (this) {
      case LEVEL -> level <= 1 ? 0 : Math.pow(2, level - 1) - 1;
      case GRADE -> Math.max(0, level);
      case BINARY -> level > 0 ? 1 : 0;
    };
  }
}
