package org.ronghe.atlas.source.json;

/// Says where a line stops being JSON. It carries no stack trace and never leaves the reader of the
/// line, which turns it into a reject: a line in a thousand may be broken, and unwinding is then
/// the cheapest way out of nested values.
public final class JsonFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int position;
  private final boolean encoding;

  /// @param position index of the offending byte; no line break lies between the line's start and
  ///   it
  /// @param encoding whether the bytes are not UTF-8, rather than not JSON
  JsonFault(int position, boolean encoding) {
    super(null, null, false, false);
    this.position = position;
    this.encoding = encoding;
  }

  /// Index of the offending byte.
  public int position() {
    return position;
  }

  /// True if the bytes are not UTF-8; otherwise they are not JSON.
  public boolean encoding() {
    return encoding;
  }
}
