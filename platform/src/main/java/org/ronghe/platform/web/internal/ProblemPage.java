package org.ronghe.platform.web.internal;

import java.util.List;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.web.View;

/// What an error page shows.
///
/// @param title what happened
/// @param detail what it means and what to do
/// @param fields what is wrong with which field
public record ProblemPage(
    View view, ProblemCode code, String title, String detail, List<String> fields) {
  public ProblemPage {
    fields = List.copyOf(fields);
  }
}
