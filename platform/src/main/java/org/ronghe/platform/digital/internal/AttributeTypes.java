package org.ronghe.platform.digital.internal;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.ronghe.platform.facts.dictionary.Dictionary;
import org.ronghe.rules.fact.FactType;
import org.ronghe.rules.fact.FactTypes;
import org.ronghe.rules.source.Words;

/// The node's dictionary as rules need it.
final class AttributeTypes implements FactTypes {
  private final Map<String, FactType> types = new LinkedHashMap<>();

  AttributeTypes(Dictionary dictionary) {
    for (var attribute : dictionary.attributes()) {
      Map<String, Words> codes = new LinkedHashMap<>();
      attribute
          .values()
          .codes()
          .forEach((code, words) -> codes.put(code, new Words(words.zh(), words.en())));
      types.put(
          attribute.key(),
          new FactType(
              attribute.key(),
              new Words(attribute.name().zh(), attribute.name().en()),
              FactType.Kind.valueOf(attribute.type().name()),
              FactType.Timing.valueOf(attribute.period().name()),
              attribute.use().multiple(),
              codes,
              attribute.values().unit()));
    }
  }

  @Override
  public Optional<FactType> find(String key) {
    return Optional.ofNullable(types.get(key));
  }

  @Override
  public Collection<String> keys() {
    return types.keySet();
  }
}
