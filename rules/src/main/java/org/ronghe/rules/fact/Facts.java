package org.ronghe.rules.fact;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All facts of one subject, by attribute.
public final class Facts {
  public static final Facts NONE = new Facts(Map.of());

  private final Map<String, List<Fact>> byAttribute;

  /// @param byAttribute an empty list says that it is known that there is none
  public Facts(Map<String, List<Fact>> byAttribute) {
    var copy = new LinkedHashMap<String, List<Fact>>();
    byAttribute.forEach((key, facts) -> copy.put(key, List.copyOf(facts)));
    this.byAttribute = Collections.unmodifiableMap(copy);
  }

  public static Facts of(List<Fact> facts) {
    var map = new LinkedHashMap<String, List<Fact>>();
    facts.forEach(fact -> map.computeIfAbsent(fact.attribute(), _ -> new ArrayList<>()).add(fact));
    return new Facts(map);
  }

  /// Those of an attribute; nothing if none was ever recorded.
  public Optional<List<Fact>> find(String attribute) {
    return Optional.ofNullable(byAttribute.get(attribute));
  }

  public Map<String, List<Fact>> all() {
    return byAttribute;
  }

  /// The same with all facts of one attribute replaced.
  public Facts with(String attribute, List<Fact> facts) {
    var map = new LinkedHashMap<>(byAttribute);
    map.put(attribute, facts);
    return new Facts(map);
  }
}
