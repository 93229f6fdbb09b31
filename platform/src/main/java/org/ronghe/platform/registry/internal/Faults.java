package org.ronghe.platform.registry.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ronghe.platform.facts.identifier.IdentifierCheck;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.text.Texts;
import org.ronghe.platform.web.Redirect;
import org.ronghe.platform.web.Saying;
import org.ronghe.platform.web.Typed;

/// What is wrong with fields, as words to be said in the asker's language: a text's key and its
/// values with U+001F between them, which is what the web's edge reads.
final class Faults {
  private static final String SEPARATOR = "\u001f";

  private final Map<String, String> byField = new LinkedHashMap<>();

  static String words(String key, Object... arguments) {
    var parts = new ArrayList<String>();
    parts.add(key);
    Arrays.stream(arguments).map(String::valueOf).map(Texts::shortened).forEach(parts::add);
    return String.join(SEPARATOR, parts);
  }

  /// What [#words] says.
  static String said(String words, Texts texts) {
    List<String> parts = List.of(words.split(SEPARATOR, -1));
    return texts.has(parts.getFirst())
        ? texts.text(parts.getFirst(), parts.subList(1, parts.size()).toArray())
        : words;
  }

  static Map<String, String> said(Map<String, String> words, Texts texts) {
    var said = new LinkedHashMap<String, String>();
    words.forEach((field, text) -> said.put(field, said(text, texts)));
    return said;
  }

  /// The page of a short form again, with what was typed and what is wrong with it.
  ///
  /// @throws NodeProblem the problem itself if it is not about what was typed
  static Redirect again(
      String page, String form, Map<String, String> typed, NodeProblem problem, Texts texts) {
    if (problem.code() != ProblemCode.INPUT_INVALID) {
      throw problem;
    }
    return Redirect.again(page, new Typed(form, typed, said(problem.fields(), texts)));
  }

  void add(String field, String key, Object... arguments) {
    byField.putIfAbsent(field, words(key, arguments));
  }

  void add(String field, IdentifierCheck.Invalid wrong) {
    add(field, wrong.fault().textKey(), wrong.found(), wrong.expected());
  }

  boolean none() {
    return byField.isEmpty();
  }

  boolean has(String field) {
    return byField.containsKey(field);
  }

  Map<String, String> byField() {
    return byField;
  }

  static NodeProblem conflict(String key, Object... arguments) {
    return new NodeProblem(ProblemCode.CONFLICT, Saying.of(key, arguments));
  }
}
