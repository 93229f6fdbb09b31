package org.ronghe.rules.fact;

import java.util.Collection;
import java.util.Optional;

/// The dictionary of attributes, as far as rules need it.
public interface FactTypes {
  Optional<FactType> find(String key);

  /// All keys.
  Collection<String> keys();
}
