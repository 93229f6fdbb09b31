package org.ronghe.platform.rulebooks.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ronghe.platform.rulebooks.TitleKey;
import org.ronghe.platform.text.Language;
import org.ronghe.rules.book.Rulebook;
import org.ronghe.rules.book.RulebookReader;
import org.ronghe.rules.book.Validity.Days;
import org.ronghe.rules.check.Check;
import org.ronghe.rules.link.Library;
import org.ronghe.rules.link.Program;
import org.ronghe.rules.source.ProblemText;
import org.ronghe.rules.source.Problems;

/// A rulebook that is not in force yet, read and checked as `ronghe rules check` does.
///
/// @param problems all that is wrong with it, in both languages; then there is no rulebook
record Draft(Optional<Rulebook> rulebook, Library library, List<Fault> problems) {
  private static final Pattern ID = Pattern.compile("(?m)^rulebook: *([a-z0-9-]+)");

  Draft {
    problems = List.copyOf(problems);
  }

  /// Something that is wrong with it.
  ///
  /// @param line from 1
  record Fault(int line, Map<Language, String> sentences) {
    Fault {
      sentences = Map.copyOf(sentences);
    }

    String in(Language language) {
      return sentences.getOrDefault(language, "");
    }
  }

  /// Reads a draft beside the rulebooks in force.
  static Draft read(String text, Shelf shelf) {
    var problems = new Problems();
    // A rulebook stands in a file of its id; a draft that is sent has no file of its own.
    var id = ID.matcher(text);
    String file = (id.find() ? id.group(1) : "draft") + ".yaml";
    Optional<Rulebook> rulebook = RulebookReader.read(file, text, problems);
    Library library = shelf.current();
    if (rulebook.isPresent() && problems.isEmpty()) {
      library = shelf.with(List.of(rulebook.get()), problems);
    }
    if (rulebook.isPresent() && problems.isEmpty()) {
      Check.run(library, List.of(rulebook.get().id()), problems);
    }
    var faults = new ArrayList<Fault>();
    for (var problem : problems.sorted()) {
      faults.add(
          new Fault(
              problem.place().line(),
              Map.of(
                  Language.CHINESE,
                  ProblemText.in(org.ronghe.rules.source.Language.CHINESE).sentence(problem),
                  Language.ENGLISH,
                  ProblemText.in(org.ronghe.rules.source.Language.ENGLISH).sentence(problem))));
    }
    return new Draft(faults.isEmpty() ? rulebook : Optional.empty(), library, faults);
  }

  Program program() {
    return library.find(rulebook.orElseThrow().id()).orElseThrow();
  }

  /// The day to try it on: the one asked for, or the first on which it applies.
  LocalDate day(LocalDate asked) {
    Days days = rulebook.orElseThrow().validity().whole();
    return days.from().isAfter(asked) && !days.from().equals(LocalDate.MIN) ? days.from() : asked;
  }

  /// Its titles under the keys of the rulebook it is compared with, so that who holds a title comes
  /// for the same case by both.
  List<FirmTitle> titles(Optional<Program> baseline) {
    var titles = new ArrayList<FirmTitle>();
    Program program = program();
    for (int i = 0; i < program.titles().size(); i++) {
      var title = program.titles().get(i);
      String id = title.title().id();
      TitleKey key =
          baseline
              .filter(old -> old.findTitle(id).isPresent())
              .map(old -> new TitleKey(old.id(), id))
              .orElseGet(() -> sole(program, baseline, id));
      titles.add(new FirmTitle(key, program, title));
    }
    return titles;
  }

  /// Where both have one title, it is the same whatever it is called.
  private static TitleKey sole(Program program, Optional<Program> baseline, String id) {
    return baseline
        .filter(old -> old.titles().size() == 1 && program.titles().size() == 1)
        .map(old -> new TitleKey(old.id(), old.titles().getFirst().title().id()))
        .orElse(new TitleKey(program.id(), id));
  }
}
