package org.ronghe.platform.facts;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The facts of many organisations at once, for work that goes through the whole city block by
/// block. All in the name of the current actor, as [Facts].
public interface FactBlocks {
  /// The next organisations of a kind by id: neither dissolved nor read as part of another.
  ///
  /// @param after the last one before; 0 at the beginning
  List<Long> organisations(OrganisationKind kind, long after, int count);

  /// Those among some organisations that [#organisations] would list, by id.
  List<Long> among(OrganisationKind kind, Collection<Long> organisations);

  /// How many organisations of a kind there are; those read as part of another are counted too.
  long count(OrganisationKind kind);

  /// Everything taken to be so of each organisation, and of those merged into it, in the order of
  /// [Facts#known]. Organisations of which nothing is known are left out.
  ///
  /// @param recorded at which instant; null for now
  Map<Long, List<KnownFact>> known(Collection<Long> organisations, @Nullable Instant recorded);

  /// The organisations whose facts, as they are taken to be now, name one of these.
  List<Long> naming(Collection<Long> organisations);
}
