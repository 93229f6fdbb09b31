package org.ronghe.rules.fast;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.ronghe.rules.evaluate.Answer;
import org.ronghe.rules.link.Program.LinkedTitle;

/// The answers of many titles for many firms, a byte each.
public final class BulkAnswers {
  private final List<LinkedTitle> titles;
  private final byte[][] answers;

  BulkAnswers(List<LinkedTitle> titles, int firms) {
    this.titles = titles;
    answers = new byte[titles.size()][firms];
  }

  void put(int title, int firm, int answer) {
    answers[title][firm] = (byte) answer;
  }

  public List<LinkedTitle> titles() {
    return titles;
  }

  /// The answer of one title for one firm.
  ///
  /// @param title its place among [#titles]
  public Answer answer(int title, int firm) {
    return FastCondition.answer(answers[title][firm]);
  }

  /// How many firms got each answer.
  public Map<Answer, Integer> count(int title) {
    var counts = new EnumMap<Answer, Integer>(Answer.class);
    for (byte answer : answers[title]) {
      counts.merge(FastCondition.answer(answer), 1, Integer::sum);
    }
    return counts;
  }
}
