package org.ronghe.platform.audit.internal;

import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.audit.AuditEntry;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// Finds in the two states of an entry what differs.
@Component
class Differences {
  private final ObjectMapper json;

  Differences(ObjectMapper json) {
    this.json = json;
  }

  Change of(AuditEntry entry) {
    Map<String, String> before = values(entry.before());
    Map<String, String> after = values(entry.after());
    var names = new TreeMap<String, String>(before);
    names.putAll(after);
    var values = new ArrayList<Change.Value>();
    for (String name : names.keySet()) {
      String old = before.getOrDefault(name, "");
      String now = after.getOrDefault(name, "");
      if (!old.equals(now)) {
        values.add(new Change.Value(name, old, now));
      }
    }
    return new Change(entry, values);
  }

  private Map<String, String> values(@Nullable String state) {
    var values = new TreeMap<String, String>();
    if (state != null) {
      for (Map.Entry<String, JsonNode> each : json.readTree(state).properties()) {
        JsonNode value = each.getValue();
        if (!value.isNull()) {
          values.put(each.getKey(), value.isValueNode() ? value.asString() : value.toString());
        }
      }
    }
    return values;
  }
}
