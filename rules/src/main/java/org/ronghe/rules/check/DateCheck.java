package org.ronghe.rules.check;

import java.time.LocalDate;
import org.ronghe.rules.book.CaseKind;
import org.ronghe.rules.book.Validity;
import org.ronghe.rules.link.Library;
import org.ronghe.rules.link.Program;
import org.ronghe.rules.source.Place;
import org.ronghe.rules.source.ProblemCode;
import org.ronghe.rules.source.Problems;

/// Whether a rulebook ends where its successor begins, for each kind of case both cover.
final class DateCheck {
  private final Program program;
  private final Library library;
  private final Problems problems;

  DateCheck(Program program, Library library, Problems problems) {
    this.program = program;
    this.library = library;
    this.problems = problems;
  }

  void run() {
    successor(program.rulebook().validity());
    program.titles().forEach(title -> title.title().validity().ifPresent(this::successor));
  }

  private void successor(Validity validity) {
    if (validity.supersededBy().isEmpty()) {
      return;
    }
    var place = new Place(program.rulebook().origin().file(), 1);
    var id = validity.supersededBy().get();
    var next = library.find(id);
    if (next.isEmpty()) {
      problems.add(ProblemCode.RULEBOOK_UNKNOWN, place, id);
      return;
    }
    // Only applications pass from one to the other; old titles may be re-examined by the old rule.
    var own = validity.find(CaseKind.FIRST);
    var from = next.get().rulebook().validity().find(CaseKind.FIRST).map(Validity.Days::from);
    if (own.isEmpty() || from.isEmpty()) {
      return;
    }
    var until = own.get().until();
    if (!until.isBefore(from.get())) {
      problems.add(ProblemCode.SUCCESSOR_OVERLAP, place, "first", day(until), id, from.get());
    } else if (until.plusDays(1).isBefore(from.get())) {
      problems.add(ProblemCode.SUCCESSOR_GAP, place, "first", day(until), id, from.get());
    }
  }

  private static String day(LocalDate day) {
    return day.equals(LocalDate.MAX) ? "∞" : day.toString();
  }
}
