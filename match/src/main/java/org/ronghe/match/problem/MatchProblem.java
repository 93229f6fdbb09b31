package org.ronghe.match.problem;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/// A user's or the environment's error in matching; an edge turns it into a sentence.
public final class MatchProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final MatchCode code;
  private final transient List<Object> arguments;

  /// @param arguments the values of the sentence's placeholders `{0}`, `{1}` …, in order
  public MatchProblem(MatchCode code, Object... arguments) {
    super(sentence(code, List.of(arguments), Locale.ENGLISH));
    this.code = code;
    this.arguments = List.of(arguments);
  }

  /// What went wrong.
  public MatchCode code() {
    return code;
  }

  /// What went wrong and what to do, in English or Chinese.
  public String sentence(Locale locale) {
    return sentence(code, arguments, locale);
  }

  private static String sentence(MatchCode code, List<Object> arguments, Locale locale) {
    var bundle =
        ResourceBundle.getBundle(
            "org.ronghe.match.problem.problems",
            locale.getLanguage().equals("zh") ? Locale.CHINESE : Locale.ENGLISH,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    Object[] values = arguments.stream().map(Object::toString).toArray();
    return new MessageFormat(bundle.getString(code.code()), locale).format(values);
  }
}
