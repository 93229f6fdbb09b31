package org.ronghe.rules.source;

import java.text.MessageFormat;
import java.util.EnumSet;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;

/// The sentences of problems in one language.
public final class ProblemText {
  /// Problems whose last argument is the nearest word that is known, or empty.
  private static final Set<ProblemCode> WITH_NEAREST =
      EnumSet.of(
          ProblemCode.KEY_UNKNOWN,
          ProblemCode.CASE_UNKNOWN,
          ProblemCode.FIRM_UNKNOWN,
          ProblemCode.FACT_UNKNOWN,
          ProblemCode.NAME_UNKNOWN,
          ProblemCode.CODE_UNKNOWN,
          ProblemCode.FUNCTION_UNKNOWN,
          ProblemCode.TITLE_UNKNOWN,
          ProblemCode.SOURCE_UNKNOWN,
          ProblemCode.EVIDENCE_UNKNOWN);

  private final ResourceBundle bundle;

  private ProblemText(ResourceBundle bundle) {
    this.bundle = bundle;
  }

  public static ProblemText in(Language language) {
    var control =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    return new ProblemText(
        ResourceBundle.getBundle(
            "org.ronghe.rules.source.problems", Locale.forLanguageTag(language.code()), control));
  }

  /// What is wrong, and what may have been meant.
  public String sentence(Problem problem) {
    var arguments = problem.arguments();
    var text = format(problem.code().code(), arguments.toArray());
    return WITH_NEAREST.contains(problem.code())
            && arguments.size() > 1
            && !arguments.getLast().isEmpty()
        ? text + " " + format("did-you-mean", arguments.getLast())
        : text;
  }

  private String format(String key, Object... arguments) {
    return new MessageFormat(bundle.getString(key)).format(arguments);
  }
}
