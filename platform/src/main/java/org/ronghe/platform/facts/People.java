package org.ronghe.platform.facts;

import java.util.List;
import java.util.Optional;
import org.ronghe.platform.web.ListQuery;
import org.ronghe.platform.web.Listing;

/// The people of the node.
public interface People {
  /// A part of the list.
  ///
  /// @throws org.ronghe.platform.problem.NodeProblem FILTER_INVALID, CURSOR_INVALID
  Listing<Person> list(ListQuery query);

  /// Enters a person.
  ///
  /// @throws org.ronghe.platform.problem.NodeProblem INPUT_INVALID, NOT_ALLOWED
  Person create(PersonProfile profile);

  /// Enters many in one transaction. Their identifiers and facts are entered apart.
  ///
  /// @return their ids in the order given
  /// @throws org.ronghe.platform.problem.NodeProblem INPUT_INVALID, NOT_ALLOWED
  List<Long> createAll(List<PersonProfile> profiles);

  /// Changes the profile.
  ///
  /// @throws org.ronghe.platform.problem.NodeProblem CHANGED_MEANWHILE, NOT_ALLOWED, NOT_FOUND
  Person update(long person, PersonProfile profile, long version);

  /// A person.
  Optional<Person> find(long person);
}
