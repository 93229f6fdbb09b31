package org.ronghe.rules.evaluate;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/// What a slot holds or a value is.
public sealed interface Content permits Quantity, Content.Truth, Content.Codes {
  /// One of the four answers.
  record Truth(Answer answer) implements Content {}

  /// A code as far as it is known.
  ///
  /// @param possible the codes it can be; `""` is none of them; empty if it can be anything
  record Codes(Set<String> possible, Doubt doubt) implements Content {
    public Codes {
      possible = Collections.unmodifiableSet(new TreeSet<>(possible));
    }

    static Codes of(String code) {
      return new Codes(Set.of(code), Doubt.NONE);
    }

    static Codes unknown(Doubt doubt) {
      return new Codes(Set.of(), doubt);
    }

    public boolean isKnown() {
      return possible.size() == 1;
    }

    Codes or(Codes other) {
      if (possible.isEmpty() || other.possible.isEmpty()) {
        return unknown(doubt.and(other.doubt));
      }
      var both = new TreeSet<>(possible);
      both.addAll(other.possible);
      return new Codes(both, doubt.and(other.doubt));
    }

    Answer among(Set<String> codes) {
      if (!possible.isEmpty()) {
        if (codes.containsAll(possible)) {
          return Answer.MET;
        }
        if (Collections.disjoint(codes, possible)) {
          return Answer.NOT_MET;
        }
      }
      return doubt.answer();
    }
  }
}
