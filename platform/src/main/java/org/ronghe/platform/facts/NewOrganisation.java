package org.ronghe.platform.facts;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An organisation to be entered.
///
/// @param since the day its name holds from; null if that is not known
public record NewOrganisation(
    OrganisationProfile profile, List<NewIdentifier> identifiers, @Nullable LocalDate since) {
  public NewOrganisation {
    identifiers = List.copyOf(identifiers);
  }
}
