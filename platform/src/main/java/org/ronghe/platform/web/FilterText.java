package org.ronghe.platform.web;

import java.util.ArrayList;
import java.util.List;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;

/// Cuts filters apart without cutting through what stands in quotes.
final class FilterText {
  private static final int LONGEST = 4000;

  private FilterText() {}

  /// The parts between separators.
  static List<String> split(String text, char separator) {
    if (text.length() > LONGEST) {
      throw new NodeProblem(ProblemCode.FILTER_INVALID, Saying.of("web.filter.too-long", LONGEST));
    }
    var parts = new ArrayList<String>();
    boolean quoted = false;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && quoted) {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == separator && !quoted) {
        parts.add(text.substring(start, i));
        start = i + 1;
      }
    }
    if (quoted) {
      throw new NodeProblem(
          ProblemCode.FILTER_INVALID, Saying.of("web.filter.open-quote", text.substring(start)));
    }
    parts.add(text.substring(start));
    return parts;
  }

  /// A value without its quotes.
  static String unquoted(String value) {
    if (value.length() < 2 || !value.startsWith("\"") || !value.endsWith("\"")) {
      return value;
    }
    return value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1");
  }
}
