package org.ronghe.rules.check;

import java.util.Collection;
import java.util.List;
import org.ronghe.rules.book.Rulebook;
import org.ronghe.rules.fact.FactTypes;
import org.ronghe.rules.link.Library;
import org.ronghe.rules.link.Program;
import org.ronghe.rules.source.Problems;

/// Everything that can be wrong with rulebooks that can be read.
public final class Check {
  private Check() {}

  /// Checks some rulebooks of a library: sources, bands, points, totals, dates and examples.
  ///
  /// @param wanted ids of those to check; the others only serve as references
  public static void run(Library library, Collection<String> wanted, Problems problems) {
    var trial = new Trial(library);
    for (var program : library.programs()) {
      if (wanted.contains(program.id())) {
        new SourceCheck(program, problems).run();
        new ScoreCheck(program, library, problems).run();
        new DateCheck(program, library, problems).run();
        trial.run(program, problems);
      }
    }
  }

  /// Reads nothing more: links and checks all of some rulebooks.
  public static Library linked(List<Rulebook> rulebooks, FactTypes types, Problems problems) {
    var library = Library.of(rulebooks, types, problems);
    if (problems.isEmpty()) {
      run(library, library.programs().stream().map(Program::id).toList(), problems);
    }
    return library;
  }
}
