package org.ronghe.platform.audit.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.audit.AuditEntry;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// Finds in the two states of an entry what differs.
@Component
class Differences {
  /// What says little comes last.
  private static final Set<String> BORING =
      Set.of(
          "id",
          "account",
          "created",
          "created_at",
          "changed",
          "changed_at",
          "edit",
          "granted_at",
          "item",
          "recorded",
          "superseded",
          "valid_from",
          "version");

  private static final Comparator<String> LITTLE_LAST =
      Comparator.<String, Boolean>comparing(BORING::contains)
          .thenComparing(Comparator.naturalOrder());

  private final ObjectMapper json;

  Differences(ObjectMapper json) {
    this.json = json;
  }

  Change of(AuditEntry entry) {
    Map<String, String> before = values(entry.before());
    Map<String, String> after = values(entry.after());
    var names = new TreeSet<String>(LITTLE_LAST);
    names.addAll(before.keySet());
    names.addAll(after.keySet());
    var values = new ArrayList<Change.Value>();
    for (String name : names) {
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
