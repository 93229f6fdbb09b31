package org.ronghe.platform.rulebooks.internal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.facts.Names;
import org.ronghe.platform.rulebooks.TitleKey;
import org.ronghe.rules.book.CaseKind;
import org.ronghe.rules.evaluate.Answer;

/// A firm's answer as it is kept, for lists.
///
/// @param firm whose it is
/// @param points empty where the rulebook gives none
/// @param steps clauses that would have to turn
/// @param nearest what is missing, in both languages
/// @param since when the answer became what it is
/// @param until last day of the certificate in force; null where there is none
public record FirmAnswer(
    Firm firm,
    TitleKey title,
    Verdict verdict,
    Points points,
    int steps,
    Names nearest,
    LocalDate since,
    @Nullable LocalDate until) {
  /// A firm in a list.
  ///
  /// @param industry class by GB/T 4754
  public record Firm(long id, Names names, String district, String industry) {}

  /// Points as text, in full and for readers.
  public record Points(String exact, String shown) {}

  /// An answer in a kind of case.
  public record Verdict(CaseKind kind, Answer answer) {}

  public Answer answer() {
    return verdict.answer();
  }

  public CaseKind kind() {
    return verdict.kind();
  }
}
