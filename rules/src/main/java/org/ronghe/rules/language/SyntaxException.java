package org.ronghe.rules.language;

/// An expression that cannot be read.
public final class SyntaxException extends Exception {
  private static final long serialVersionUID = 1;

  private final int position;
  private final String found;
  private final String expected;

  SyntaxException(int position, String found, String expected) {
    super("at " + position + ": " + found + ", expected " + expected);
    this.position = position;
    this.found = found;
    this.expected = expected;
  }

  /// Where, from 1 on.
  public int position() {
    return position;
  }

  /// What stands there; empty at the end.
  public String found() {
    return found;
  }

  /// What could stand there.
  public String expected() {
    return expected;
  }
}
