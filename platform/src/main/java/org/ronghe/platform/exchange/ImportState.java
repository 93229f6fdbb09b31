package org.ronghe.platform.exchange;

import java.util.Locale;

/// Where an import stands.
public enum ImportState {
  /// The file is there; it is being checked.
  UPLOADED,
  /// Checked: nothing was entered yet.
  CHECKED,
  /// It cannot be read as a table.
  UNREADABLE,
  /// Its right rows are being entered.
  TAKING,
  /// Its right rows were entered.
  TAKEN,
  /// What it entered was taken back.
  UNDONE,
  /// Nobody wants it.
  DROPPED;

  /// The word in the database, in the API and in keys of texts.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The state of a word.
  public static ImportState of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  /// The tone of its tag on pages.
  public String tone() {
    return switch (this) {
      case UPLOADED, TAKING -> "accent";
      case CHECKED -> "doubt";
      case TAKEN -> "good";
      case UNREADABLE -> "bad";
      case UNDONE, DROPPED -> "";
    };
  }
}
