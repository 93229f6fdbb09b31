package org.ronghe.atlas.source.input;

/// Whole lines of one file, unpacked. Not thread-safe; handed from one thread to the next.
public final class Block {
  /// Bytes that may be read behind the last line break; their content is undefined.
  public static final int PADDING = 8;

  private final InputFile file;
  private final byte[] bytes;
  private final int length;
  private final long bytesOnDisk;
  private final String damage;

  Block(InputFile file, byte[] bytes, int length, long bytesOnDisk, String damage) {
    this.file = file;
    this.bytes = bytes;
    this.length = length;
    this.bytesOnDisk = bytesOnDisk;
    this.damage = damage;
  }

  /// The file the lines come from.
  public InputFile file() {
    return file;
  }

  /// The lines, from index 0, each ended by `\n`.
  public byte[] bytes() {
    return bytes;
  }

  /// How many bytes the lines have together; behind them [#PADDING] more may be read.
  public int length() {
    return length;
  }

  /// How many bytes of the file on disk were read for this block.
  public long bytesOnDisk() {
    return bytesOnDisk;
  }

  /// What is wrong with the file behind the last line of this block, so that the rest of the file
  /// is lost; empty if nothing is.
  public String damage() {
    return damage;
  }
}
