package org.ronghe.platform.registry.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What somebody was asked to say of an achievement, and said: five dimensions, each with a grade
/// and reasons, and never one number (GB/T 44731-2024).
///
/// @param answers `grade.<dimension>`, `reason.<dimension>`, `conclusion`; why it was declined in
///   `why`
public record Evaluation(
    long id,
    long achievement,
    String title,
    String workClass,
    String purpose,
    Person evaluator,
    Standing standing,
    Map<String, String> answers) {
  /// The dimensions, in the order of the standard.
  public static final List<String> DIMENSIONS =
      List.of("scientific", "technical", "economic", "social", "potential");

  /// The grades, the best first; the last one where nothing can be said.
  public static final List<String> GRADES = List.of("high", "good", "fair", "low", "unclear");

  public Evaluation {
    answers = Map.copyOf(answers);
  }

  /// Who evaluates.
  public record Person(long account, String name) {}

  /// Where it stands.
  ///
  /// @param state `asked`, `accepted`, `declined` or `finished`
  /// @param edit rises with every change
  /// @param open whether the holders let everybody know the grades
  public record Standing(String state, LocalDate due, long edit, boolean open) {}

  /// What has to be said of a class of work; all else may be. The standard asks for evaluation by
  /// class and gives no list: this one is the node's own reading.
  public static Set<String> needed(String workClass) {
    return switch (workClass) {
      case "basic" -> Set.of("scientific");
      case "soft" -> Set.of("social");
      default -> Set.of("technical", "economic", "potential");
    };
  }

  /// What was answered.
  public String answer(String name) {
    return answers.getOrDefault(name, "");
  }
}
