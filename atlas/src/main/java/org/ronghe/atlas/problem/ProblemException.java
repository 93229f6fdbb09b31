package org.ronghe.atlas.problem;

import java.util.List;

/// A user's or the environment's error: the one exception type that an edge turns into a sentence
/// and an exit code. Our own bugs are never thrown as this.
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final transient List<Object> arguments;

  /// @param code what went wrong
  /// @param arguments the values of the sentence's placeholders `{0}`, `{1}` …, in order
  public ProblemException(ErrorCode code, Object... arguments) {
    super(ErrorText.ENGLISH.sentence(code, List.of(arguments)));
    this.code = code;
    this.arguments = List.of(arguments);
  }

  /// What went wrong.
  public ErrorCode code() {
    return code;
  }

  /// The values named in the sentence.
  public List<Object> arguments() {
    return arguments;
  }
}
