package org.ronghe.rules.source;

import java.util.List;

/// Something wrong with a file, as a value.
///
/// @param arguments the values its sentence names
public record Problem(ProblemCode code, Place place, List<String> arguments) {
  public Problem {
    arguments = List.copyOf(arguments);
  }
}
