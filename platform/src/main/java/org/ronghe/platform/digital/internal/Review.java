package org.ronghe.platform.digital.internal;

import java.time.LocalDate;
import java.util.Map;
import org.ronghe.platform.digital.Assessment.Stage;

/// A second assessor's answers, given from the evidence without seeing the firm's.
///
/// @param firm the firm's name, as it was when this was asked for
public record Review(
    long id,
    long assessment,
    String firm,
    Stage stage,
    LocalDate asOf,
    Assessor assessor,
    Map<String, String> answers,
    Progress progress) {
  public Review {
    answers = Map.copyOf(answers);
  }

  /// Who answers.
  public record Assessor(long account, String name) {}

  /// How far it is.
  ///
  /// @param state `asked`, `accepted`, `declined` or `finished`
  /// @param why it was declined; empty if it was not
  public record Progress(String state, long edit, String why) {}
}
