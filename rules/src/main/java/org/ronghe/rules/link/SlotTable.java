package org.ronghe.rules.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ronghe.rules.language.Unit;
import org.ronghe.rules.link.Slot.Asked;

/// All slots of a library.
final class SlotTable {
  private final Map<Asked, Slot> byAsked = new HashMap<>();
  private final List<Slot> slots = new ArrayList<>();

  Slot of(Asked asked, Slot.Kind kind, Unit unit) {
    return byAsked.computeIfAbsent(
        asked,
        _ -> {
          var slot = new Slot(slots.size(), asked, kind, unit);
          slots.add(slot);
          return slot;
        });
  }

  List<Slot> all() {
    return List.copyOf(slots);
  }
}
