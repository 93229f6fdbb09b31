package org.ronghe.platform.operations;

import java.util.function.Function;
import org.ronghe.platform.problem.OperatorProblem;
import org.ronghe.platform.text.Language;
import org.ronghe.platform.text.Texts;

/// One thing a doctor has looked at.
///
/// @param check what was looked at, a stable word such as `disk`
/// @param status how it is
/// @param sentence what was found and, where something is wrong, what to do, in a language
public record Finding(String check, Status status, Function<Language, String> sentence) {
  /// How something is.
  public enum Status {
    /// As it should be.
    OK,
    /// Works, but the operator should know.
    NOTE,
    /// Wrong: something does not work, or will not for long.
    FAULT
  }

  /// A finding with a sentence of its check.
  ///
  /// @param kind which sentence of the check: `operations.doctor.<check>.<kind>`
  static Finding of(String check, Status status, String kind, Object... arguments) {
    return new Finding(
        check,
        status,
        language -> Texts.in(language).text("operations.doctor." + check + "." + kind, arguments));
  }

  static Finding of(String check, OperatorProblem problem) {
    return new Finding(check, Status.FAULT, problem::sentence);
  }
}
