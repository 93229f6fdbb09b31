package org.ronghe.platform.search;

import java.util.List;
import java.util.Set;

/// All that is known about one thing to those who search.
///
/// @param kind what it is
/// @param id its id among its kind
/// @param names at least one; main ones first
/// @param identifiers as written, with or without separators
/// @param places names of the place where an organisation is, of the organisation a person works
///   for
/// @param category code of the kind of organisation; empty for people
/// @param audience who may find it: [#EVERYONE], or tokens such as `organisation:12`
public record SearchDocument(
    SearchKind kind,
    long id,
    List<SearchName> names,
    List<String> identifiers,
    List<SearchName> places,
    String category,
    Set<String> audience) {

  /// The token of everyone who is signed in.
  public static final String EVERYONE = "everyone";

  public SearchDocument {
    names = List.copyOf(names);
    identifiers = List.copyOf(identifiers);
    places = List.copyOf(places);
    audience = Set.copyOf(audience);
  }
}
