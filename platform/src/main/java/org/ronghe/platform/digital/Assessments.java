package org.ronghe.platform.digital;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ronghe.platform.web.ListQuery;
import org.ronghe.platform.web.Listing;

/// Assessments of the digital level. All in the name of the current actor: what they may not read
/// is not there, what they may not change is refused.
public interface Assessments {
  /// Those the actor may read, the newest first.
  Listing<Assessment> list(ListQuery query);

  /// All of a firm, the oldest first.
  List<Assessment> of(long organisation);

  Optional<Assessment> find(long assessment);

  /// Begins a draft.
  Assessment begin(long organisation, Assessment.Stage stage, LocalDate asOf);

  /// Replaces the answers of a draft.
  ///
  /// @throws org.ronghe.platform.problem.NodeProblem CHANGED_MEANWHILE, CONFLICT if it is no draft
  Assessment save(long assessment, Map<String, String> answers, long edit);

  /// Hands it in.
  ///
  /// @throws org.ronghe.platform.problem.NodeProblem INPUT_INVALID with what is missing, by field:
  ///   answers, and evidence of every answer that gives points or a level
  Assessment submit(long assessment, long edit);

  /// Gives it back to the firm.
  Assessment sendBack(long assessment, String note, long edit);

  /// Settles it after the second assessor finished. Level and points become facts of the firm for
  /// the day of the assessment, with the assessment as their source.
  ///
  /// @param chosen `firm` or `assessor` by question where the two differ
  /// @param reasons why, by question
  /// @throws org.ronghe.platform.problem.NodeProblem INPUT_INVALID with what is not decided
  Assessment settle(
      long assessment, Map<String, String> chosen, Map<String, String> reasons, long edit);
}
