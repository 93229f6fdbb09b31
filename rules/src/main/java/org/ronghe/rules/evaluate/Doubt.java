package org.ronghe.rules.evaluate;

/// Why a value is not known.
///
/// @param missing a fact is missing
/// @param human a person has to judge
public record Doubt(boolean missing, boolean human) {
  public static final Doubt NONE = new Doubt(false, false);
  public static final Doubt MISSING = new Doubt(true, false);
  public static final Doubt HUMAN = new Doubt(false, true);

  public Doubt and(Doubt other) {
    return new Doubt(missing || other.missing, human || other.human);
  }

  /// The answer to a question that such a value leaves open.
  public Answer answer() {
    return missing ? Answer.DATA_MISSING : Answer.NEEDS_HUMAN;
  }
}
