package org.ronghe.rules.fast;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.ronghe.rules.book.Input;
import org.ronghe.rules.evaluate.Answer;
import org.ronghe.rules.evaluate.Content;
import org.ronghe.rules.evaluate.Doubt;
import org.ronghe.rules.evaluate.Quantity;
import org.ronghe.rules.evaluate.Resolved;
import org.ronghe.rules.link.Slot;
import org.ronghe.rules.number.Exact;

/// What slots hold for a block of firms: one array for each slot.
final class Frames {
  /// The value is in `values`.
  static final byte KNOWN = 0;

  static final byte MISSING = 1;
  static final byte HUMAN = 2;

  /// A year that is not asked for.
  static final byte NOT_ASKED = 4;

  /// `values` holds the nearest double; the exact number stands aside.
  static final byte NEAR = 8;

  private static final int WHOLE_BITS = 53;

  final double[][] values;
  final byte[][] states;
  private final Rough[][] aside;
  private final List<Slot> slots;
  private final CodeTable codes;
  private final int size;

  /// Makes room.
  ///
  /// @param slots all slots of the library
  /// @param wanted those to have room for
  Frames(List<Slot> slots, CodeTable codes, int size, List<Slot> wanted) {
    this.slots = slots;
    this.codes = codes;
    this.size = size;
    values = new double[slots.size()][];
    states = new byte[slots.size()][];
    aside = new Rough[slots.size()][];
    for (var slot : wanted) {
      values[slot.index()] = new double[size];
      states[slot.index()] = new byte[size];
    }
  }

  int size() {
    return size;
  }

  void put(int slot, int firm, double value) {
    values[slot][firm] = value;
    states[slot][firm] = KNOWN;
  }

  void open(int slot, int firm, byte state) {
    states[slot][firm] = state;
  }

  /// Any number: by itself where a double holds it, otherwise with the exact number aside.
  void near(int slot, int firm, Exact number) {
    if (number.isWhole() && number.numerator().bitLength() < WHOLE_BITS) {
      put(slot, firm, (double) number.numerator().longValue());
    } else {
      near(slot, firm, Rough.of(number));
    }
  }

  void near(int slot, int firm, Rough number) {
    if (number.off() == 0) {
      put(slot, firm, number.nearest());
      return;
    }
    if (aside[slot] == null) {
      aside[slot] = new Rough[size];
    }
    aside[slot][firm] = number;
    values[slot][firm] = number.nearest();
    states[slot][firm] = NEAR;
  }

  /// A number that is [#NEAR].
  Rough aside(int slot, int firm) {
    return aside[slot][firm];
  }

  void fill(int slot, double value) {
    Arrays.fill(values[slot], value);
    Arrays.fill(states[slot], KNOWN);
  }

  /// The answers for one firm as the explaining evaluator takes them.
  Function<Slot, Resolved> resolver(int firm) {
    return slot -> new Resolved(slot, content(slot, firm), List.of());
  }

  /// The code of a slot; empty where there is none or it is not known.
  String code(int slot, int firm) {
    return states[slot][firm] == KNOWN ? codes.text((int) values[slot][firm]) : "";
  }

  private Content content(Slot slot, int firm) {
    int index = slot.index();
    byte state = states[index][firm];
    double value = values[index][firm];
    return switch (slot.kind()) {
      case NUMBER ->
          switch (state) {
            case KNOWN -> Quantity.of(FactColumns.exact(value));
            case NEAR -> Quantity.of(aside(index, firm).exact());
            case NOT_ASKED -> Quantity.NOT_ASKED;
            default -> open(slots.get(index), doubt(state));
          };
      case FLAG ->
          new Content.Truth(state == KNOWN ? Answer.of(value != 0) : doubt(state).answer());
      case CODE ->
          state == KNOWN
              ? new Content.Codes(java.util.Set.of(codes.text((int) value)), Doubt.NONE)
              : new Content.Codes(java.util.Set.of(), doubt(state));
    };
  }

  private static Doubt doubt(byte state) {
    return new Doubt((state & MISSING) != 0, (state & HUMAN) != 0);
  }

  private static Quantity open(Slot slot, Doubt doubt) {
    var range = range(slot);
    return range == null
        ? Quantity.unknown(doubt)
        : Quantity.between(range.least(), range.most(), doubt);
  }

  /// Between what an open number lies; null if it can be anything.
  static Input.@org.jspecify.annotations.Nullable Range range(Slot slot) {
    return switch (slot.asked()) {
      case Slot.Single single -> single.fact().between().orElse(null);
      case Slot.Parameter parameter -> parameter.parameter().between().orElse(null);
      case Slot.Count count -> count.fact().between().orElse(null);
      case Slot.Grouped _, Slot.Clock _ -> null;
    };
  }
}
