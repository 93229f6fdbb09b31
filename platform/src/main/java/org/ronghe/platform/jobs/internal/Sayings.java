package org.ronghe.platform.jobs.internal;

import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.web.Saying;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Sayings as JSON: an array of the key and the values.
final class Sayings {
  private Sayings() {}

  static String json(Saying saying) {
    var parts = new ArrayList<Object>();
    parts.add(saying.key());
    for (Object argument : saying.arguments()) {
      parts.add(argument instanceof Number ? argument : argument.toString());
    }
    return JsonMapper.shared().writeValueAsString(parts);
  }

  static @Nullable Saying of(@Nullable String json) {
    if (json == null) {
      return null;
    }
    JsonNode tree = JsonMapper.shared().readTree(json);
    var arguments = new ArrayList<Object>();
    for (int i = 1; i < tree.size(); i++) {
      JsonNode value = tree.get(i);
      arguments.add(
          value.isIntegralNumber()
              ? (Object) value.asLong()
              : value.isNumber() ? (Object) value.asDouble() : value.asString());
    }
    return new Saying(tree.get(0).asString(), arguments);
  }
}
