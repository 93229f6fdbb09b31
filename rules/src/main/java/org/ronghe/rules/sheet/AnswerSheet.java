package org.ronghe.rules.sheet;

import java.util.List;

/// One filled-in questionnaire.
///
/// @param id whose it is
/// @param trade sheets of one trade are expected to be more alike than others
/// @param answers the number of each answer, in the order of the questions; [#NONE] where there is
///   none
public record AnswerSheet(long id, String trade, List<Integer> answers) {
  /// Not answered.
  public static final int NONE = -1;

  public AnswerSheet {
    answers = List.copyOf(answers);
  }
}
