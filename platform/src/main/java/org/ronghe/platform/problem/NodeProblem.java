package org.ronghe.platform.problem;

import java.util.List;
import java.util.Map;

/// A user's or the surroundings' error: the one exception that the web's edge turns into a page or
/// an RFC 9457 problem. Our own bugs are never thrown as this.
public final class NodeProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ProblemCode code;
  private final transient List<Object> arguments;
  private final transient Map<String, String> fields;

  /// @param arguments the values of the sentence's placeholders `{0}`, `{1}` …, in order
  public NodeProblem(ProblemCode code, Object... arguments) {
    this(code, Map.of(), arguments);
  }

  /// @param fields what is wrong with each field of the input, ready to be read, by field name
  public NodeProblem(ProblemCode code, Map<String, String> fields, Object... arguments) {
    super(code.code() + " " + List.of(arguments) + (fields.isEmpty() ? "" : " " + fields));
    this.code = code;
    this.arguments = List.of(arguments);
    this.fields = Map.copyOf(fields);
  }

  /// What went wrong.
  public ProblemCode code() {
    return code;
  }

  /// The values named in the sentence.
  public List<Object> arguments() {
    return arguments;
  }

  /// What is wrong with which field of the input; empty where the problem is with the whole.
  public Map<String, String> fields() {
    return fields;
  }
}
