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

  /// The token of what is public, signed in or not.
  public static final String PUBLIC = "public";

  /// The token of those who read the facts of every organisation.
  public static final String READERS_OF_ALL = "readers-of-all";

  public SearchDocument {
    names = List.copyOf(names);
    identifiers = List.copyOf(identifiers);
    places = List.copyOf(places);
    audience = Set.copyOf(audience);
  }
}
