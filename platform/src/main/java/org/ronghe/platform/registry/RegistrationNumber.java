package org.ronghe.platform.registry;

import java.util.regex.Pattern;

/// The number of a registered achievement: 3 signs for the department, 4 for the year, the mark of
/// the class, 4 for the serial number; such as `4202026Y0001`.
///
/// @param text its twelve signs
public record RegistrationNumber(String text) {
  private static final Pattern FORM = Pattern.compile("[0-9A-Z]{3}[0-9]{4}[YJR][0-9]{4}");

  public RegistrationNumber {
    if (!isOne(text)) {
      throw new IllegalArgumentException("no registration number: " + text);
    }
  }

  /// Whether a text is one.
  public static boolean isOne(String text) {
    return FORM.matcher(text).matches();
  }

  /// Puts one together.
  ///
  /// @param department three digits or capital letters
  /// @param serial 1 to 9999
  public static RegistrationNumber of(String department, int year, WorkClass kind, int serial) {
    return new RegistrationNumber("%s%04d%c%04d".formatted(department, year, kind.mark(), serial));
  }
}
