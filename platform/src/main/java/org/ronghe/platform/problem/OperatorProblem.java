package org.ronghe.platform.problem;

import java.util.List;
import org.ronghe.platform.text.Language;
import org.ronghe.platform.text.Texts;

/// An operator's or the surroundings' error before or beside a running node: a command turns it
/// into a sentence and an exit code. What users meet in a running node is a [NodeProblem].
public final class OperatorProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final OperatorCode code;
  private final transient List<Object> arguments;

  /// @param arguments the values of the sentence's placeholders `{0}`, `{1}` …, in order. A number
  ///   is written with its thousands apart, so ports and the like are given as text
  public OperatorProblem(OperatorCode code, Object... arguments) {
    super(sentence(code, List.of(arguments), Language.ENGLISH));
    this.code = code;
    this.arguments = List.of(arguments);
  }

  /// What went wrong.
  public OperatorCode code() {
    return code;
  }

  /// The values named in the sentence.
  public List<Object> arguments() {
    return arguments;
  }

  /// What went wrong and what to do.
  public String sentence(Language language) {
    return sentence(code, arguments, language);
  }

  private static String sentence(OperatorCode code, List<Object> arguments, Language language) {
    Object[] values =
        arguments.stream()
            .map(value -> value instanceof Number ? value : value.toString())
            .toArray();
    return Texts.in(language).text("operations.problem." + code.code(), values);
  }
}
