package org.ronghe.rules.link;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ronghe.rules.book.Rulebook;
import org.ronghe.rules.fact.FactTypes;
import org.ronghe.rules.source.ProblemCode;
import org.ronghe.rules.source.Problems;

/// Rulebooks that know each other, ready to be evaluated.
public final class Library {
  private final Map<String, Program> programs;
  private final List<Slot> slots;
  private final FactTypes types;

  private Library(Map<String, Program> programs, List<Slot> slots, FactTypes types) {
    this.programs = programs;
    this.slots = slots;
    this.types = types;
  }

  /// Links rulebooks; what cannot be resolved is a problem.
  public static Library of(Collection<Rulebook> rulebooks, FactTypes types, Problems problems) {
    return new Linking(rulebooks, types, problems).library();
  }

  public List<Program> programs() {
    return List.copyOf(programs.values());
  }

  public Optional<Program> find(String id) {
    return Optional.ofNullable(programs.get(id));
  }

  /// All questions that any of them asks of a firm's facts.
  public List<Slot> slots() {
    return slots;
  }

  public FactTypes types() {
    return types;
  }

  /// Links each rulebook when it is first needed, so that references may go any way but round.
  private static final class Linking {
    private final Map<String, Rulebook> rulebooks = new LinkedHashMap<>();
    private final Map<String, Program> done = new LinkedHashMap<>();
    private final Set<String> open = new LinkedHashSet<>();
    private final SlotTable slots = new SlotTable();
    private final FactTypes types;
    private final Problems problems;

    Linking(Collection<Rulebook> rulebooks, FactTypes types, Problems problems) {
      this.types = types;
      this.problems = problems;
      for (var rulebook : rulebooks) {
        if (this.rulebooks.putIfAbsent(rulebook.id(), rulebook) != null) {
          problems.add(
              ProblemCode.ID_TWICE,
              new org.ronghe.rules.source.Place(rulebook.origin().file(), 1),
              rulebook.id());
        }
      }
    }

    Library library() {
      var ordered = new LinkedHashMap<String, Program>();
      for (var id : new ArrayList<>(rulebooks.keySet())) {
        program(id).ifPresent(program -> ordered.put(id, program));
      }
      return new Library(ordered, slots.all(), types);
    }

    private Optional<Program> program(String id) {
      var known = done.get(id);
      var rulebook = rulebooks.get(id);
      if (known != null || rulebook == null) {
        return Optional.ofNullable(known);
      }
      if (!open.add(id)) {
        problems.add(
            ProblemCode.CIRCLE,
            new org.ronghe.rules.source.Place(rulebook.origin().file(), 1),
            String.join(" → ", open) + " → " + id);
        return Optional.empty();
      }
      var program = new Linker(rulebook, types, slots, this::program, problems).link();
      open.remove(id);
      done.put(id, program);
      return Optional.of(program);
    }
  }
}
