package org.ronghe.platform.registry;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where an achievement stands. Each state offers what can follow it, and nothing else.
public sealed interface AchievementState {
  /// Who did something, and when.
  ///
  /// @param account null for the node itself
  record Moment(Instant at, @Nullable Long account, String name) {}

  /// When it came to stand there, and through whom.
  Moment moment();

  /// The word in the database, in the API and in keys of texts.
  String code();

  /// Being filled in.
  record Draft(Moment moment) implements AchievementState {
    @Override
    public String code() {
      return "draft";
    }

    /// Hands it in.
    public Submitted submit(Moment now) {
      return new Submitted(now);
    }
  }

  /// Handed in, waiting for a decision.
  record Submitted(Moment moment) implements AchievementState {
    @Override
    public String code() {
      return "submitted";
    }

    /// Takes it back before anything was decided.
    public Draft recall(Moment now) {
      return new Draft(now);
    }

    /// Sends it back to be corrected.
    ///
    /// @param reasons by field; of the whole under [SentBack#WHOLE]
    public SentBack sendBack(Moment now, Map<String, String> reasons) {
      return new SentBack(now, reasons);
    }

    /// Registers it.
    public Registered register(Moment now, RegistrationNumber number) {
      return new Registered(now, number);
    }

    /// Refuses it for good.
    public Refused refuse(Moment now, RefusalReason reason, String words) {
      return new Refused(now, reason, words);
    }
  }

  /// Sent back with reasons; its people correct it and hand it in again.
  ///
  /// @param reasons by field
  record SentBack(Moment moment, Map<String, String> reasons) implements AchievementState {
    /// The field of a reason that is with the whole.
    public static final String WHOLE = "whole";

    public SentBack {
      reasons = Map.copyOf(reasons);
      if (reasons.isEmpty()) {
        throw new IllegalArgumentException("sent back without a reason");
      }
    }

    @Override
    public String code() {
      return "sent_back";
    }

    /// Hands it in again.
    public Submitted submit(Moment now) {
      return new Submitted(now);
    }
  }

  /// In the registry.
  record Registered(Moment moment, RegistrationNumber number) implements AchievementState {
    @Override
    public String code() {
      return "registered";
    }

    /// Takes it out of the registry; its number is not given again.
    public Withdrawn withdraw(Moment now, String reason) {
      return new Withdrawn(now, number, reason);
    }
  }

  /// Refused for good.
  record Refused(Moment moment, RefusalReason reason, String words) implements AchievementState {
    @Override
    public String code() {
      return "refused";
    }
  }

  /// Taken out of the registry.
  record Withdrawn(Moment moment, RegistrationNumber number, String reason)
      implements AchievementState {
    @Override
    public String code() {
      return "withdrawn";
    }
  }

  /// Whether its form may still be changed.
  default boolean editable() {
    return switch (this) {
      case Draft _, SentBack _ -> true;
      case Submitted _, Registered _, Refused _, Withdrawn _ -> false;
    };
  }
}
