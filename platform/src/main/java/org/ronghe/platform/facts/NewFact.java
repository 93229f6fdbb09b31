package org.ronghe.platform.facts;

import org.jspecify.annotations.Nullable;

/// A fact to be entered.
///
/// @param value as text, read by the attribute's type
/// @param source where it was taken from, in words; may be empty
/// @param evidence id of the evidence, or null
public record NewFact(
    long subject,
    String attribute,
    String value,
    Validity valid,
    String source,
    @Nullable Long evidence) {
  /// A fact without evidence.
  public static NewFact of(
      long subject, String attribute, String value, Validity valid, String source) {
    return new NewFact(subject, attribute, value, valid, source, null);
  }
}
