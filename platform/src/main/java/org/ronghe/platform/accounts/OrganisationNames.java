package org.ronghe.platform.accounts;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.ronghe.platform.text.Language;

/// Tells organisations apart, for those who give roles in them. Offered by the feature that keeps
/// organisations.
public interface OrganisationNames {
  /// The numbers of all that could be meant by a number, an identifier, a name, or a name with its
  /// number after it in brackets.
  List<Long> meant(String text);

  /// The names of those that are there, by number.
  Map<Long, String> names(Collection<Long> organisations, Language language);
}
