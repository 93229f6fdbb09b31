package org.ronghe.platform.facts;

import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.ronghe.platform.facts.identifier.IdentifierScheme;

/// Identifiers of subjects: each belongs to one subject at a time.
public interface Identifiers {
  /// Enters an identifier.
  ///
  /// @throws org.ronghe.platform.problem.NodeProblem INPUT_INVALID with the reason; CONFLICT,
  ///   naming the other subject, if it is taken
  Identifier add(long subject, NewIdentifier identifier);

  /// Enters many identifiers in one transaction.
  ///
  /// @throws org.ronghe.platform.problem.NodeProblem as [#add], of the first that is wrong
  void addAll(List<Claim> claims);

  /// That a subject has an identifier.
  record Claim(long subject, NewIdentifier identifier) {}

  /// Those of some values, in normal form, that belong to a subject today.
  Set<String> taken(IdentifierScheme scheme, Collection<String> values);

  /// Says that it never was this subject's.
  ///
  /// @throws org.ronghe.platform.problem.NodeProblem CHANGED_MEANWHILE if somebody already did
  void retract(long identifier, String reason);

  /// All identifiers of a subject, and of what was merged into it, retracted ones too.
  List<Identifier> of(long subject);

  /// The subject that has the identifier now; after a merge, the survivor.
  OptionalLong findSubject(IdentifierScheme scheme, String value);
}
