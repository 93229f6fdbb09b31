package org.ronghe.platform.jobs;

import java.util.Locale;

/// Where a job stands.
public enum JobState {
  WAITING,
  RUNNING,
  DONE,
  FAILED,
  CANCELLED,
  /// The node stopped while it ran; it can be tried again.
  INTERRUPTED;

  /// The code in the database, in the API and in keys of texts.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The state of a code.
  public static JobState of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  /// Whether it will still change by itself.
  public boolean open() {
    return this == WAITING || this == RUNNING;
  }

  /// Whether it can be tried again.
  public boolean repeatable() {
    return this == FAILED || this == CANCELLED || this == INTERRUPTED;
  }

  /// The tone of its tag on pages.
  public String tone() {
    return switch (this) {
      case WAITING -> "";
      case RUNNING -> "accent";
      case DONE -> "good";
      case FAILED -> "bad";
      case CANCELLED, INTERRUPTED -> "doubt";
    };
  }
}
