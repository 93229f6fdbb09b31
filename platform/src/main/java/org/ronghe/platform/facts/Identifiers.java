package org.ronghe.platform.facts;

import java.util.List;
import java.util.OptionalLong;
import org.ronghe.platform.facts.identifier.IdentifierScheme;

/// Identifiers of subjects: each belongs to one subject at a time.
public interface Identifiers {
  /// Enters an identifier.
  ///
  /// @throws org.ronghe.platform.problem.NodeProblem INPUT_INVALID with the reason; CONFLICT,
  ///   naming the other subject, if it is taken
  Identifier add(long subject, NewIdentifier identifier);

  /// Says that it never was this subject's.
  ///
  /// @throws org.ronghe.platform.problem.NodeProblem CHANGED_MEANWHILE if somebody already did
  void retract(long identifier, String reason);

  /// All identifiers of a subject, and of what was merged into it, retracted ones too.
  List<Identifier> of(long subject);

  /// The subject that has the identifier now; after a merge, the survivor.
  OptionalLong findSubject(IdentifierScheme scheme, String value);
}
