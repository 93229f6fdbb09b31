package org.ronghe.platform.registry;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Why an achievement is not registered. The first four are the conditions of 科技成果登记办法
/// (国科发计字〔2000〕542号) turned round; the last is why a registry is kept at all.
public enum RefusalReason {
  /// The material is not complete or not in form, and cannot be made so.
  INCOMPLETE,
  /// The conclusion of the evaluation is not positive.
  EVALUATION,
  /// Against law or policy.
  LAW,
  /// It involves state secrets, which are registered elsewhere.
  SECRET,
  /// It stands in the registry already.
  DUPLICATE;

  /// The word in the database and in the API.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The reason of a word.
  public static Optional<RefusalReason> find(String code) {
    return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
  }
}
