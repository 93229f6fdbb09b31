package org.ronghe.platform.exchange.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.ronghe.platform.facts.Identifiers;
import org.ronghe.platform.facts.NewIdentifier;
import org.ronghe.platform.facts.identifier.IdentifierCheck;
import org.ronghe.platform.facts.identifier.IdentifierScheme;

/// Which identifiers some rows may not bring again: a subject has them, or an earlier row of the
/// file brings them.
///
/// @param taken by scheme, what subjects have
record GivenIdentifiers(Pass pass, Map<IdentifierScheme, Set<String>> taken) {
  GivenIdentifiers {
    taken = Map.copyOf(taken);
  }

  /// Asks once for all rows. Called within a transaction.
  ///
  /// @param columns where the identifiers of each scheme stand
  static GivenIdentifiers of(
      Identifiers identifiers, Pass pass, List<Line> lines, Map<IdentifierScheme, String> columns) {
    Map<IdentifierScheme, Set<String>> taken = new TreeMap<>();
    columns.forEach((scheme, column) -> {
      var values = new HashSet<String>();
      for (Line line : lines) {
        String text = pass.table().value(line, column);
        if (!text.isEmpty() && scheme.check(text) instanceof IdentifierCheck.Valid(String right)) {
          values.add(right);
        }
      }
      taken.put(scheme, identifiers.taken(scheme, values));
    });
    return new GivenIdentifiers(pass, taken);
  }

  /// Whether an identifier in normal form was brought before.
  boolean holds(NewIdentifier one) {
    return taken.getOrDefault(one.scheme(), Set.of()).contains(one.value())
        || pass.knows(one.scheme().key(), one.value());
  }

  /// Remembers that a row that is right brings it.
  void remember(NewIdentifier one) {
    pass.remember(one.scheme().key(), one.value());
  }
}
