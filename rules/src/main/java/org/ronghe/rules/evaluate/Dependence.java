package org.ronghe.rules.evaluate;

import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.Set;
import org.ronghe.rules.link.Node;
import org.ronghe.rules.link.Slots;

/// On which slots nodes hang, remembered while changes are tried. For one thread.
final class Dependence {
  private final IdentityHashMap<Node, BitSet> slots = new IdentityHashMap<>();

  /// Whether a node reads any of some slots.
  boolean hangs(Node node, Set<Integer> changed) {
    var own = slots.get(node);
    if (own == null) {
      own = new BitSet();
      for (var slot : Slots.of(node)) {
        own.set(slot.index());
      }
      slots.put(node, own);
    }
    for (int slot : changed) {
      if (own.get(slot)) {
        return true;
      }
    }
    return false;
  }
}
