package org.ronghe.platform.exchange.internal;

/// A file that is no table: what the user reads instead of a stack trace.
final class UnreadableFile extends Exception {
  private static final long serialVersionUID = 1L;

  private final String words;

  UnreadableFile(String key, Object... arguments) {
    super(key);
    this.words = Words.of(key, arguments);
  }

  /// A text's key and values.
  String words() {
    return words;
  }
}
