package org.ronghe.rules.link;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ronghe.rules.link.Program.ByCondition;
import org.ronghe.rules.link.Program.ByPerson;
import org.ronghe.rules.link.Program.ByRulebook;
import org.ronghe.rules.link.Program.Linked;
import org.ronghe.rules.link.Program.LinkedClause;
import org.ronghe.rules.link.Program.LinkedGroup;
import org.ronghe.rules.link.Program.LinkedTitle;

/// The slots a title's answer can hang on.
public final class TitleSlots {
  private TitleSlots() {}

  public static List<Slot> of(LinkedTitle title) {
    var slots = new LinkedHashMap<Integer, Slot>();
    title.vetoes().forEach(veto -> collect(veto, slots));
    collect(title.requires(), slots);
    return List.copyOf(slots.values());
  }

  private static void collect(Linked linked, Map<Integer, Slot> slots) {
    switch (linked) {
      case LinkedGroup group -> group.members().forEach(member -> collect(member, slots));
      case LinkedClause clause -> {
        switch (clause.decision()) {
          case ByCondition by ->
              Slots.of(by.condition()).forEach(slot -> slots.put(slot.index(), slot));
          case ByPerson _ -> {}
          case ByRulebook by -> of(by.title()).forEach(slot -> slots.put(slot.index(), slot));
        }
      }
    }
  }
}
