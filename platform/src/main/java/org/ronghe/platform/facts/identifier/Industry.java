package org.ronghe.platform.facts.identifier;

/// A section (`C`) or division (`C39`) of GB/T 4754-2017.
///
/// @param code section letter, and two digits for a division
public record Industry(String code, String chinese, String english) {
  /// The letter of the section it is or belongs to.
  public String section() {
    return code.substring(0, 1);
  }
}
