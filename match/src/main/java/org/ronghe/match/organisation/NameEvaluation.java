package org.ronghe.match.organisation;

import java.util.List;
import java.util.Optional;

/// How well affiliations are recognised.
///
/// @param strings affiliations whose answer the register has
/// @param answered of those, how many were answered
/// @param correct of those, how many rightly
/// @param withoutAnswer affiliations of which a person says that they name nobody known
/// @param withoutAnswerAnswered of those, how many were answered all the same
public record NameEvaluation(
    int strings, int answered, int correct, int withoutAnswer, int withoutAnswerAnswered) {

  /// Measures a register on cases. Affiliations whose organisations the register lacks are left
  /// out.
  public static NameEvaluation of(OrganisationRegister register, List<AffiliationCase> cases) {
    int strings = 0;
    int answered = 0;
    int correct = 0;
    int without = 0;
    int withoutAnswered = 0;
    for (AffiliationCase one : cases) {
      boolean known = one.ids().stream().anyMatch(register::has);
      if (!known && !one.ids().isEmpty()) {
        continue;
      }
      Optional<OrganisationAnswer> answer = register.find(one.affiliation());
      if (known) {
        strings++;
        answered += answer.isPresent() ? 1 : 0;
        correct +=
            answer.isPresent() && one.ids().contains(answer.get().organisation().id()) ? 1 : 0;
      } else {
        without++;
        withoutAnswered += answer.isPresent() ? 1 : 0;
      }
    }
    return new NameEvaluation(strings, answered, correct, without, withoutAnswered);
  }

  /// The share of answers that are right.
  public double precision() {
    return answered == 0 ? 0 : (double) correct / answered;
  }

  /// The share of affiliations that are answered rightly.
  public double recall() {
    return strings == 0 ? 0 : (double) correct / strings;
  }
}
