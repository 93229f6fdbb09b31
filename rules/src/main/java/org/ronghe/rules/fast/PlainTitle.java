package org.ronghe.rules.fast;

/// A title judged from plainly known numbers alone; [TitleCode] writes one class for each.
interface PlainTitle {
  /// The answer, or [#UNDECIDED].
  ///
  /// @param values by slot and firm
  /// @param states by slot and firm
  int answer(double[][] values, byte[][] states, int firm);

  /// What is not known, or lies where doubles cannot tell, decides.
  int UNDECIDED = 2;
}
