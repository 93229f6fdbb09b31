package org.ronghe.rules;

import java.time.LocalDate;
import org.ronghe.rules.book.CaseKind;
import org.ronghe.rules.evaluate.Engine;
import org.ronghe.rules.evaluate.Evaluation;
import org.ronghe.rules.fact.Dossier;
import org.ronghe.rules.fact.FactTypes;
import org.ronghe.rules.fact.FactsReader;
import org.ronghe.rules.link.Library;
import org.ronghe.rules.link.Program;
import org.ronghe.rules.source.Problems;

/// What tests of evaluation share.
public final class Samples {
  public static final FactTypes TYPES = new TestDictionary();
  public static final LocalDate DAY = LocalDate.of(2026, 7, 1);
  public static final Engine.Request FIRST = new Engine.Request(DAY, CaseKind.FIRST, false);

  private Samples() {}

  /// The rulebooks that come with Ronghe.
  public static Library library() {
    var problems = new Problems();
    var library = Library.of(Rulebooks.read(problems), TYPES, problems);
    if (!problems.isEmpty()) {
      throw new IllegalStateException(problems.sorted().toString());
    }
    return library;
  }

  public static Program program(Library library, String id) {
    return library.find(id).orElseThrow();
  }

  public static Dossier dossier(String json) {
    var problems = new Problems();
    var dossier = FactsReader.read("facts.json", json, TYPES, problems);
    if (!problems.isEmpty()) {
      throw new IllegalStateException(problems.sorted().toString());
    }
    return dossier;
  }

  public static Evaluation evaluate(Program program, Dossier dossier) {
    return new Engine(TYPES).evaluate(program, program.titles().getFirst(), dossier, FIRST);
  }
}
