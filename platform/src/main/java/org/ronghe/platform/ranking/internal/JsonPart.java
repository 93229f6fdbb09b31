package org.ronghe.platform.ranking.internal;

import java.util.ArrayList;
import java.util.List;
import org.ronghe.platform.ranking.RankingHead.Words;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// A part of a JSON file, read with its path in hand: what is missing or of another kind becomes a
/// fault and a harmless value, so that reading goes on to the next fault.
record JsonPart(JsonNode node, String path, Faults faults) {

  JsonPart at(String name) {
    return new JsonPart(node.path(name), path + "." + name, faults);
  }

  boolean missing() {
    return node instanceof MissingNode || node.isNull();
  }

  List<JsonPart> items(String name) {
    JsonPart list = at(name);
    if (!list.node.isArray()) {
      faults.add(list.path, "ranking.fault.no-list");
      return List.of();
    }
    return list.items();
  }

  /// Nothing where the list is missing.
  List<JsonPart> itemsIfAny(String name) {
    return at(name).missing() ? List.of() : items(name);
  }

  private List<JsonPart> items() {
    var items = new ArrayList<JsonPart>();
    for (int i = 0; i < node.size(); i++) {
      items.add(new JsonPart(node.get(i), path + "[" + i + "]", faults));
    }
    return items;
  }

  String text(String name) {
    JsonPart value = at(name);
    if (!value.node.isString() || value.node.asString().isBlank()) {
      faults.add(value.path, "ranking.fault.no-text");
      return "";
    }
    return value.node.asString();
  }

  String textIfAny(String name) {
    return node.path(name).asString("");
  }

  double number(String name) {
    JsonPart value = at(name);
    if (!value.node.isNumber() || !Double.isFinite(value.node.asDouble())) {
      faults.add(value.path, "ranking.fault.no-number");
      return 0;
    }
    return value.node.asDouble();
  }

  /// NaN where it is null or missing.
  double numberIfAny(String name) {
    return at(name).missing() ? Double.NaN : number(name);
  }

  int whole(String name) {
    JsonPart value = at(name);
    if (!value.node.isIntegralNumber() || !value.node.canConvertToInt()) {
      faults.add(value.path, "ranking.fault.no-whole");
      return 0;
    }
    return value.node.asInt();
  }

  Words words() {
    String english = text("name");
    String chinese = textIfAny("name_zh");
    return new Words(english, chinese.isBlank() ? english : chinese);
  }
}
