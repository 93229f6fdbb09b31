package org.ronghe.platform.digital.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.digital.Assessment;
import org.ronghe.platform.digital.Assessment.State;
import org.ronghe.platform.web.View;

/// An assessment, to be read, filled in, held against the second assessor's, or printed.
///
/// @param level what the answers that count come to
/// @param review the second assessor's; null while nobody was asked, or the reader may not see it
/// @param reviewed what the second assessor's answers come to; null until these are finished
public record AssessmentPage(
    View view,
    Assessment assessment,
    String firm,
    Sheet sheet,
    Level level,
    @Nullable Review review,
    @Nullable Level reviewed) {

  /// Its address.
  public String href() {
    return "/digital/" + assessment.id();
  }

  public boolean draft() {
    return assessment.standing().state() == State.DRAFT;
  }

  /// Whether the reader may fill it in.
  public boolean fillable() {
    return draft() && view.actor().writes(assessment.organisation());
  }

  /// Whether the bureau can ask, send back or settle.
  public boolean inHand() {
    return assessment.standing().state() == State.SUBMITTED && view.actor().writesAll();
  }

  /// Whether the second assessor finished.
  public boolean finished() {
    return review != null && review.progress().state().equals("finished");
  }

  /// Where the firm and the second assessor differ.
  public List<Question> differences() {
    Review second = review;
    if (second == null || !finished()) {
      return List.of();
    }
    return Questionnaire.of(assessment.stage()).stream()
        .filter(question -> !question.same(assessment.answers(), second.answers()))
        .toList();
  }

  /// The tone of a state's tag.
  public static String tone(State state) {
    return switch (state) {
      case DRAFT -> "";
      case SUBMITTED -> "accent";
      case SETTLED -> "good";
    };
  }
}
