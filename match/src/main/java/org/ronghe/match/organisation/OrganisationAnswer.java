package org.ronghe.match.organisation;

/// What a name was recognised as.
///
/// @param organisation the organisation
/// @param confidence 0 to 1: the share of such answers that were right when measured
/// @param step how it was found
/// @param written the piece of the affiliation that names it
public record OrganisationAnswer(
    Organisation organisation, double confidence, Step step, String written) {

  /// From the surest to the least sure.
  public enum Step {
    /// A whole part of the affiliation is one of its names, and the place agrees.
    NAME_AND_PLACE,
    /// A whole part of the affiliation is one of its names.
    NAME,
    /// One of its names stands inside a part.
    NAME_INSIDE,
    /// The words of one of its names in another order or with a letter amiss.
    SIMILAR,
    /// Its acronym, and the place agrees.
    ACRONYM
  }
}
