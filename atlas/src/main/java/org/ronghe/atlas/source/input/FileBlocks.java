package org.ronghe.atlas.source.input;

import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ronghe.atlas.problem.ErrorCode;
import org.ronghe.atlas.problem.ProblemException;

/// Cuts one file into blocks of whole lines. A line longer than a block makes its block longer. A
/// byte order mark is dropped, a missing last line break added, a JSON array over the whole file
/// turned into lines ([ArrayLines]).
final class FileBlocks implements AutoCloseable {
  /// No single record comes near; beyond this the file is not one of lines.
  private static final int LONGEST_LINE = 1 << 28;

  private final InputFile file;
  private final UnpackedFile source;
  private final int blockBytes;
  private byte[] rest = {};
  private int restLength;
  private long reportedBytes;
  private boolean started;
  private boolean ended;
  private @Nullable ArrayLines array;

  /// @param digested whether [#read] shall know the file's digest
  FileBlocks(InputFile file, int blockBytes, boolean digested) {
    this.file = file;
    this.blockBytes = blockBytes;
    source = new UnpackedFile(file, digested);
  }

  /// The next block, in `buffer` if it is long enough, or null at the end.
  @Nullable Block next(byte[] buffer) {
    if (ended) {
      return null;
    }
    byte[] b = buffer;
    if (b.length < restLength + blockBytes / 2) {
      b = new byte[restLength + blockBytes];
    }
    System.arraycopy(rest, 0, b, 0, restLength);
    int filled = restLength;
    String damage = "";
    while (true) {
      int room = b.length - Block.PADDING - 1 - filled; // 1 for a missing last line break
      if (room <= 0) {
        int cut = lastLine(b, filled);
        if (cut > 0) {
          keep(b, cut, filled);
          return block(b, cut, damage);
        }
        b = grow(b);
        continue;
      }
      int n;
      try {
        n = source.read(b, filled, room);
      } catch (IOException e) {
        damage = Objects.requireNonNullElse(e.getMessage(), "damaged: it ends too early");
        n = -1;
      }
      if (n < 0) {
        break;
      }
      filled = take(b, filled, n);
    }
    ended = true;
    if (damage.isEmpty() && array != null && !array.closed()) {
      damage = "truncated JSON: the array is not closed";
    }
    if (!damage.isEmpty()) {
      filled = lastLine(b, filled);
    } else if (filled > 0 && b[filled - 1] != '\n') {
      b[filled++] = '\n';
    }
    return filled == 0 && damage.isEmpty() ? null : block(b, filled, damage);
  }

  /// Looks at `n` new bytes at `b[filled]` and returns how far `b` is filled now.
  private int take(byte[] b, int filled, int n) {
    int to = filled + n;
    if (!started) {
      // Until something other than white space is seen, the bytes from 0 on are the file's first.
      if (filled < 3
          && to >= 3
          && b[0] == (byte) 0xEF
          && b[1] == (byte) 0xBB
          && b[2] == (byte) 0xBF) {
        b[0] = ' ';
        b[1] = ' ';
        b[2] = ' ';
      }
      int i = 0;
      while (i < to && (b[i] == ' ' || b[i] == '\n' || b[i] == '\r' || b[i] == '\t')) {
        i++;
      }
      boolean perhapsMark = to < 3 && b[0] == (byte) 0xEF;
      started = i < to && !perhapsMark;
      if (started && b[i] == '[') {
        array = new ArrayLines();
        array.turn(b, 0, to);
      }
    } else if (array != null) {
      array.turn(b, filled, to);
    }
    return to;
  }

  private byte[] grow(byte[] b) {
    if (b.length >= LONGEST_LINE) {
      throw new ProblemException(
          ErrorCode.FILE_UNKNOWN, file.name(), "a line of over " + (LONGEST_LINE >> 20) + " MB");
    }
    return Arrays.copyOf(b, b.length * 2);
  }

  private void keep(byte[] b, int from, int to) {
    restLength = to - from;
    if (rest.length < restLength) {
      rest = new byte[restLength];
    }
    System.arraycopy(b, from, rest, 0, restLength);
  }

  private Block block(byte[] b, int length, String damage) {
    long now = source.bytesOnDisk();
    long before = reportedBytes;
    reportedBytes = now;
    return new Block(file, b, length, now - before, damage);
  }

  /// The position behind the last line break of `b[0, to)`, or 0.
  private static int lastLine(byte[] b, int to) {
    int i = to;
    while (i > 0 && b[i - 1] != '\n') {
      i--;
    }
    return i;
  }

  /// What was read, once [#next] has returned null.
  InputRead read() {
    return new InputRead(file, source.sha256());
  }

  @Override
  public void close() {
    source.close();
  }
}
