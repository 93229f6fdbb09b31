package org.ronghe.platform.registry;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The class of an achievement (科技成果登记办法, 国科发计字〔2000〕542号).
public enum WorkClass {
  /// 应用技术类.
  APPLIED('Y'),
  /// 基础理论类. That its mark is J was not read in the official form: unconfirmed.
  BASIC('J'),
  /// 软科学类. That its mark is R was not read in the official form: unconfirmed.
  SOFT('R');

  private final char mark;

  WorkClass(char mark) {
    this.mark = mark;
  }

  /// The class's letter in a registration number.
  public char mark() {
    return mark;
  }

  /// The word in forms, in the database and in the API.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The words of all classes.
  public static List<String> codes() {
    return Arrays.stream(values()).map(WorkClass::code).toList();
  }

  /// The class of a word.
  public static Optional<WorkClass> find(String code) {
    return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
  }
}
