package org.ronghe.rules.book;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ronghe.rules.source.Place;
import org.ronghe.rules.source.Words;

/// What has to hold: clauses, joined by all, any, at least.
public sealed interface Requirement {
  Head head();

  /// Several requirements.
  ///
  /// @param least how many of them must hold
  record Group(Head head, int least, List<Requirement> members) implements Requirement {
    public Group {
      members = List.copyOf(members);
    }

    public boolean all() {
      return least == members.size();
    }
  }

  /// One clause.
  record Clause(Head head, Test test) implements Requirement {}

  /// What is said about a requirement.
  ///
  /// @param id unique in its title; made from the place in the tree where none is written
  /// @param cases the kinds of case it is tested in; empty for all
  /// @param unconfirmed what is doubtful; empty if nothing is
  record Head(
      String id,
      Place place,
      Words text,
      String source,
      List<String> evidence,
      Set<CaseKind> cases,
      Words unconfirmed,
      Optional<Cost> cost) {
    public Head {
      evidence = List.copyOf(evidence);
      cases = Set.copyOf(cases);
    }
  }

  /// What it costs to meet a clause, where the rulebook says so.
  record Cost(Formula amount, Words text) {}

  /// How a clause is decided.
  sealed interface Test {}

  /// By a condition.
  record Decided(Formula condition) implements Test {}

  /// By a person.
  ///
  /// @param by who decides on what
  record Judged(Words by) implements Test {}

  /// By another rulebook.
  ///
  /// @param title of that rulebook; empty for its only one
  /// @param kind of case there; nothing for the same
  record Elsewhere(String rulebook, String title, Optional<CaseKind> kind) implements Test {}
}
