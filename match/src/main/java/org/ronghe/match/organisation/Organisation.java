package org.ronghe.match.organisation;

import java.util.List;

/// An organisation that can be recognised.
///
/// @param id such as a ROR id or the registry's
/// @param names full names in any language, the display name first; aliases and old names too
/// @param acronyms such as `MIT`
/// @param places where it is: city, region, country, as words that may stand in an affiliation
/// @param country ISO 3166 code, upper case; empty if unknown
/// @param active whether it exists today; old ones are recognised, but give way
/// @param parent whether others belong to it, so that of two equals it is the likelier
public record Organisation(
    String id,
    List<String> names,
    List<String> acronyms,
    List<String> places,
    String country,
    boolean active,
    boolean parent) {

  public Organisation {
    names = List.copyOf(names);
    acronyms = List.copyOf(acronyms);
    places = List.copyOf(places);
    if (names.isEmpty()) {
      throw new IllegalArgumentException("an organisation without a name: " + id);
    }
  }

  /// The name to show.
  public String name() {
    return names.getFirst();
  }
}
