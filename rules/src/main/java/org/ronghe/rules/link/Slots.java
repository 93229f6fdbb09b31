package org.ronghe.rules.link;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The slots a node reads.
public final class Slots {
  private final Map<Integer, Slot> found = new LinkedHashMap<>();
  private final Map<Integer, String> names = new LinkedHashMap<>();

  private Slots() {}

  /// In the order they are met.
  public static List<Slot> of(Node node) {
    var slots = new Slots();
    slots.collect(node);
    return List.copyOf(slots.found.values());
  }

  /// The rulebook's names of the slots a node reads, by slot.
  public static Map<Integer, String> names(Node node) {
    var slots = new Slots();
    slots.collect(node);
    return slots.names;
  }

  private void add(Slot slot, String name) {
    found.putIfAbsent(slot.index(), slot);
    names.putIfAbsent(slot.index(), name);
  }

  private void all(Collection<? extends Node> nodes) {
    nodes.forEach(this::collect);
  }

  private void collect(Node node) {
    switch (node) {
      case Node.Constant _, Node.Range _, Node.Fixed _ -> {}
      case Node.Read read -> add(read.slot(), read.input());
      case Node.Flag flag -> add(flag.slot(), flag.input());
      case Node.ReadCode code -> add(code.slot(), code.input());
      case Node.Arithmetic arithmetic -> all(List.of(arithmetic.left(), arithmetic.right()));
      case Node.Fold fold -> all(fold.operands());
      case Node.Rounded rounded -> collect(rounded.operand());
      case Node.Cagr cagr -> all(List.of(cagr.first(), cagr.last()));
      case Node.Between between -> all(List.of(between.from(), between.to()));
      case Node.Shifted shifted -> collect(shifted.day());
      case Node.YearOf year -> collect(year.day());
      case Node.Banded banded -> collect(banded.measure());
      case Node.Choice choice -> {
        var inner = new ArrayList<Node>();
        for (var option : choice.options()) {
          option.condition().ifPresent(inner::add);
          inner.add(option.value());
        }
        all(inner);
      }
      case Node.ByCode byCode -> {
        collect(byCode.code());
        all(byCode.values().values());
        byCode.otherwise().ifPresent(this::collect);
      }
      case Node.Tally tally -> all(tally.conditions());
      case Node.FirstKnown first -> all(List.of(first.first(), first.second()));
      case Node.Named named -> collect(named.node());
      case Node.Compare compare -> all(List.of(compare.left(), compare.right()));
      case Node.Junction junction -> all(junction.operands());
      case Node.Not not -> collect(not.operand());
      case Node.Among among -> collect(among.code());
      case Node.Known known -> collect(known.operand());
      case Node.NamedCondition named -> collect(named.node());
      case Node.CodeChoice choice ->
          choice.options().forEach(option -> option.condition().ifPresent(this::collect));
      case Node.NamedCode named -> collect(named.node());
    }
  }
}
