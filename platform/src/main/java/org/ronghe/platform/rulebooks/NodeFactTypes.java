package org.ronghe.platform.rulebooks;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.ronghe.platform.facts.dictionary.Attribute;
import org.ronghe.platform.facts.dictionary.Dictionary;
import org.ronghe.rules.fact.FactType;
import org.ronghe.rules.fact.FactTypes;
import org.ronghe.rules.source.Words;

/// The node's dictionary of attributes as rules need it.
public final class NodeFactTypes implements FactTypes {
  private final Map<String, FactType> types = new LinkedHashMap<>();

  public NodeFactTypes(Dictionary dictionary) {
    for (Attribute attribute : dictionary.attributes()) {
      types.put(attribute.key(), type(attribute));
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

  private static FactType type(Attribute attribute) {
    Map<String, Words> codes = new LinkedHashMap<>();
    var kind = FactType.Kind.valueOf(attribute.type().name());
    var values = attribute.values();
    values.codes().forEach((code, words) -> codes.put(code, new Words(words.zh(), words.en())));
    return new FactType(
        attribute.key(),
        new Words(attribute.name().zh(), attribute.name().en()),
        kind,
        FactType.Timing.valueOf(attribute.period().name()),
        attribute.use().multiple(),
        codes,
        values.unit(),
        FactType.Limits.of(kind, values.least(), values.most()));
  }
}
