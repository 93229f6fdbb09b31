package org.ronghe.platform.matching;

import java.util.Collection;
import java.util.List;

/// Where offers come from. Called within a transaction; gives what is public now and nothing else.
public interface OfferSource {
  /// Those of these ids that are public.
  List<Offer> read(Collection<Long> ids);

  /// Ids of all that is public, in order: the next ones after an id.
  List<Long> after(long id, int most);
}
