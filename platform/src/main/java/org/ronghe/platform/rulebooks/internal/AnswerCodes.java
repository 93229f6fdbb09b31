package org.ronghe.platform.rulebooks.internal;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ronghe.platform.rulebooks.TitleKey;
import org.ronghe.platform.rulebooks.internal.BlockJudge.Answered;
import org.ronghe.rules.book.CaseKind;
import org.ronghe.rules.evaluate.Answer;

/// A firm's answers as whole numbers: 16 times the title's number in the database, and 4 times the
/// case's, and the answer's.
final class AnswerCodes {
  private static final int EACH = 4;

  /// Their places are kept in the database: add at the end.
  private static final List<CaseKind> KINDS =
      List.of(CaseKind.FIRST, CaseKind.RENEWAL, CaseKind.RE_EXAMINATION);

  private static final List<Answer> ANSWERS =
      List.of(Answer.MET, Answer.NOT_MET, Answer.DATA_MISSING, Answer.NEEDS_HUMAN);

  private final Map<TitleKey, Integer> numbers;
  private final Map<Integer, TitleKey> titles = new TreeMap<>();

  /// @param numbers of the titles in the database
  AnswerCodes(Map<TitleKey, Integer> numbers) {
    this.numbers = Map.copyOf(numbers);
    numbers.forEach((title, number) -> titles.put(number, title));
  }

  /// One number for each answer.
  ///
  /// @throws IllegalArgumentException for a title without a number
  Integer[] of(Map<TitleKey, Answered> answers) {
    return answers.entrySet().stream()
        .map(one -> of(one.getKey(), one.getValue()))
        .sorted()
        .toArray(Integer[]::new);
  }

  private int of(TitleKey title, Answered answered) {
    Integer number = numbers.get(title);
    if (number == null) {
      throw new IllegalArgumentException("no number: " + title);
    }
    return (number * EACH + KINDS.indexOf(answered.kind())) * EACH
        + ANSWERS.indexOf(answered.answer());
  }

  /// The answers again; those of titles that are unknown are left out.
  Map<TitleKey, Answered> read(Integer[] codes) {
    var answers = new TreeMap<TitleKey, Answered>();
    for (int code : codes) {
      TitleKey title = titles.get(code / (EACH * EACH));
      if (title != null) {
        answers.put(title, new Answered(KINDS.get(code / EACH % EACH), ANSWERS.get(code % EACH)));
      }
    }
    return answers;
  }
}
