package org.ronghe.platform.facts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Facts about subjects, never overwritten. All in the name of the current actor: what they may not
/// read is not there, what they may not enter is refused.
public interface Facts {
  /// Enters a fact.
  ///
  /// @throws org.ronghe.platform.problem.NodeProblem INPUT_INVALID with what is wrong; CONFLICT if
  ///   another value holds on one of the days; NOT_FOUND without the subject; NOT_ALLOWED
  Fact record(NewFact fact);

  /// Enters many facts in one transaction: those that are right are taken, the others answered with
  /// the reason. Meant for thousands of rows; some 10,000 at once is a good number.
  BulkOutcome recordAll(List<NewFact> facts);

  /// Says what is right instead. The old record stays, and says so.
  ///
  /// @throws org.ronghe.platform.problem.NodeProblem CHANGED_MEANWHILE if it was corrected or
  ///   retracted meanwhile; else as [#record]
  Fact correct(long fact, Correction correction);

  /// Says that the value is another from a day on: what held before still did.
  ///
  /// @return the fact that holds from that day on
  /// @throws org.ronghe.platform.problem.NodeProblem INPUT_INVALID if the fact does not hold on
  ///   that day; else as [#correct]
  Fact change(long fact, LocalDate from, Correction correction);

  /// Says that it never was so.
  ///
  /// @throws org.ronghe.platform.problem.NodeProblem CHANGED_MEANWHILE as [#correct]
  void retract(long fact, String reason);

  /// Says of many at once that they never were so; passes over those that were corrected or
  /// retracted meanwhile, and those that the actor may not write.
  ///
  /// @return how many were retracted
  int retractAll(Collection<Long> facts, String reason);

  /// A fact, whether still taken to be so or not.
  Optional<Fact> find(long fact);

  /// What holds of a subject at two times, in the dictionary's order. Of an organisation, also what
  /// holds of those that were merged into it by then.
  List<Fact> state(long subject, AsOf asOf);

  /// Everything taken to be so at an instant, whatever days it holds on; null for now.
  List<Fact> known(long subject, @Nullable Instant recorded);

  /// Every record ever made of an attribute of a subject, oldest first.
  List<Fact> history(long subject, String attribute);
}
