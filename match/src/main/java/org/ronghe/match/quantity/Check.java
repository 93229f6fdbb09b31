package org.ronghe.match.quantity;

/// What became of one demand.
///
/// @param demand what is asked for
/// @param verdict whether the other text meets it
/// @param stated what the other text says, as written; empty if it says nothing of it
public record Check(Quantity demand, Verdict verdict, String stated) {

  /// Met, not met, or not stated.
  public enum Verdict {
    MET,
    NOT_MET,
    NOT_STATED
  }
}
