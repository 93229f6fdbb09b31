package org.ronghe.platform.facts;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ronghe.platform.web.ListQuery;
import org.ronghe.platform.web.Listing;

/// The organisations of the node.
public interface Organisations {
  /// A part of the list.
  ///
  /// @throws org.ronghe.platform.problem.NodeProblem FILTER_INVALID, CURSOR_INVALID
  Listing<Organisation> list(ListQuery query);

  /// Enters an organisation, with its name as a fact.
  ///
  /// @throws org.ronghe.platform.problem.NodeProblem INPUT_INVALID, CONFLICT if an identifier is
  ///   taken
  Organisation create(NewOrganisation organisation);

  /// Enters many organisations in one transaction. Their identifiers and facts are entered apart.
  ///
  /// @return their ids in the order given
  List<Long> createAll(List<OrganisationProfile> profiles);

  /// Changes everything but the names.
  ///
  /// @param version of the profile the change was made from
  /// @throws org.ronghe.platform.problem.NodeProblem CHANGED_MEANWHILE if it is another by now;
  ///   NOT_ALLOWED; NOT_FOUND
  Organisation update(long organisation, OrganisationProfile profile, long version);

  /// Gives it another name from a day on; its former name stays a fact.
  ///
  /// @throws org.ronghe.platform.problem.NodeProblem as [#update]
  Organisation rename(long organisation, Names names, LocalDate from, String reason, long version);

  /// An organisation; a merged one as it was itself.
  Optional<Organisation> find(long organisation);

  /// The organisation that this one is read as part of; itself where it is not merged.
  long survivor(long organisation);

  /// Names by id; ids that are no organisation's are left out.
  Map<Long, Names> names(Collection<Long> organisations);
}
