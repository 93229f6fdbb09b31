package org.ronghe.platform.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.StreamSupport;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A place in a sorted list: the values that the last row seen was sorted by. Readers treat it as a
/// word without meaning. Rows that come or go meanwhile neither repeat nor hide others.
///
/// @param order the order of the list it belongs to, as in `sort`
/// @param values by which the last row seen was sorted, as text
public record Cursor(String order, List<String> values) {
  private static final int LONGEST = 2000;

  public Cursor {
    values = List.copyOf(values);
  }

  /// The word that readers hand back.
  public String text() {
    String json = JsonMapper.shared().writeValueAsString(List.of(order, values));
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  /// The place that a word names.
  ///
  /// @param size how many values a place in this list has
  /// @throws NodeProblem CURSOR_INVALID if it is none of this list in this order
  public static Cursor of(String text, String order, int size) {
    try {
      if (text.length() > LONGEST) {
        throw new NodeProblem(ProblemCode.CURSOR_INVALID);
      }
      JsonNode tree = JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(text));
      if (!tree.isArray()
          || tree.size() != 2
          || !tree.get(0).isString()
          || !tree.get(1).isArray()) {
        throw new NodeProblem(ProblemCode.CURSOR_INVALID);
      }
      List<String> values =
          StreamSupport.stream(tree.get(1).spliterator(), false).map(JsonNode::asString).toList();
      if (!tree.get(0).asString().equals(order) || values.size() != size) {
        throw new NodeProblem(ProblemCode.CURSOR_INVALID);
      }
      return new Cursor(order, values);
    } catch (JacksonException | IllegalArgumentException e) {
      throw new NodeProblem(ProblemCode.CURSOR_INVALID);
    }
  }
}
