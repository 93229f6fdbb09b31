package org.ronghe.platform.facts.internal;

import java.util.Map;
import org.ronghe.platform.facts.FactReject;
import org.ronghe.platform.facts.dictionary.ValueCheck;
import org.ronghe.platform.facts.identifier.IdentifierCheck;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.web.Saying;

/// What is wrong with a field of the input, to be said in the asker's language.
///
/// @param textKey the key of the sentence, whose arguments `{0}` and `{1}` are what was found and expected
record Fault(String field, String textKey, String found, String expected) {
  /// Stands between key and arguments where a problem carries a sentence that is still to be said.
  static final String SEPARATOR = "\u001f";

  static Fault of(String field, ValueCheck.Invalid wrong) {
    return new Fault(field, wrong.textKey(), wrong.found(), wrong.expected());
  }

  static Fault of(String field, IdentifierCheck.Invalid wrong) {
    return new Fault(field, wrong.fault().textKey(), wrong.found(), wrong.expected());
  }

  static Fault of(FactReject reject) {
    return new Fault(reject.field(), reject.textKey(), reject.found(), reject.expected());
  }

  static Fault of(String field, String textKey) {
    return new Fault(field, textKey, "", "");
  }

  /// The sentence for the web's edge to say.
  String words() {
    return String.join(SEPARATOR, textKey, found, expected);
  }

  /// The problem with this field.
  NodeProblem problem() {
    return new NodeProblem(ProblemCode.INPUT_INVALID, Map.of(field, words()));
  }

  /// A conflict that this sentence explains.
  NodeProblem conflict() {
    return new NodeProblem(
        ProblemCode.CONFLICT, Map.of(field, words()), Saying.of(textKey, found, expected));
  }
}
