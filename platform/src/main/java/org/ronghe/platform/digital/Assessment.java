package org.ronghe.platform.digital;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A firm's answers to the questionnaire on its digital level, and what became of them.
///
/// @param asOf the day the answers hold for
/// @param answers the firm's, by field
/// @param settled what holds in the end, by field; empty until it is settled
/// @param reasons why, by question, where a second assessor saw it differently
public record Assessment(
    long id,
    long organisation,
    Stage stage,
    LocalDate asOf,
    Map<String, String> answers,
    Map<String, String> settled,
    Map<String, String> reasons,
    Standing standing) {
  public Assessment {
    answers = Map.copyOf(answers);
    settled = Map.copyOf(settled);
    reasons = Map.copyOf(reasons);
  }

  /// Before or after the upgrade.
  public enum Stage {
    BEFORE,
    AFTER;

    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /// Where it stands.
  public enum State {
    DRAFT,
    SUBMITTED,
    SETTLED;

    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /// Where it stands, and who brought it there.
  ///
  /// @param edit rises with every change
  /// @param by whoever did the last step
  /// @param note why it was sent back; empty if it was not
  /// @param level 0 to 4, once it is settled
  /// @param base points of foundation, management and effect, once it is settled
  public record Standing(
      State state,
      long edit,
      String by,
      String note,
      @Nullable Integer level,
      @Nullable String base,
      Instant changed) {}

  /// What counts: what was settled, or else what the firm says.
  public Map<String, String> counting() {
    return standing.state() == State.SETTLED ? settled : answers;
  }
}
