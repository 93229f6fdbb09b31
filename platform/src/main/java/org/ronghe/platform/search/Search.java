package org.ronghe.platform.search;

import java.util.Set;
import java.util.TreeSet;
import org.ronghe.platform.access.Actor;

/// Finds organisations, people and achievements.
public interface Search {
  /// Answers a request.
  SearchAnswer find(SearchRequest request);

  /// How the index is doing: what an operator wants to know.
  SearchHealth health();

  /// The tokens of what somebody may find: what every signed-in person may, and what only people of
  /// an organisation may.
  static Set<String> audienceOf(Actor actor) {
    if (!actor.signedIn()) {
      return Set.of();
    }
    var tokens = new TreeSet<String>();
    tokens.add(SearchDocument.EVERYONE);
    if (actor.readsAll()) {
      tokens.add(SearchDocument.READERS_OF_ALL);
    }
    actor.roles().keySet().forEach(organisation -> tokens.add("organisation:" + organisation));
    return tokens;
  }
}
