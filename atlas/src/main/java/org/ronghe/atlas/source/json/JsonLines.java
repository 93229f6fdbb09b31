package org.ronghe.atlas.source.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.ronghe.atlas.problem.Reject;
import org.ronghe.atlas.problem.RejectCode;
import org.ronghe.atlas.source.input.Block;

/// Reads the lines of a block, each one JSON object; blank lines are passed over, what is not an
/// object or not JSON is rejected, and the next line read.
public final class JsonLines {
  private static final int CONTEXT_BYTES = 40;

  private final JsonScanner json = new JsonScanner();

  /// What to do with the lines.
  public interface Handler {
    /// Reads the members of the object just entered, to its end, and remembers what is needed. The
    /// line may still prove unsound.
    void scan(JsonScanner json, byte[] text);

    /// Takes what was remembered: the line was sound.
    ///
    /// @param line in the block, from 1
    void accept(byte[] text, int line);

    /// Takes note of bad data; see [Reject].
    ///
    /// @param line in the block, from 1
    void reject(long line, String field, String value, RejectCode code);
  }

  /// Reads all lines and returns how many there are.
  public int read(Block block, Handler handler) {
    byte[] b = block.bytes();
    int lines = 0;
    int p = 0;
    while (p < block.length()) {
      lines++;
      p = line(b, p, lines, handler) + 1;
    }
    if (!block.damage().isEmpty()) {
      handler.reject(lines + 1L, "", block.damage(), RejectCode.TRUNCATED_INPUT);
    }
    return lines;
  }

  /// Reads the line at `p` and returns the position of its line break.
  private int line(byte[] b, int p, int line, Handler handler) {
    try {
      json.start(b, p);
      if (json.atLineEnd()) {
        return json.position();
      }
      boolean object = json.enterObject();
      if (object) {
        handler.scan(json, b);
      }
      int end = json.endLine();
      String misfit = object ? json.misfit() : "";
      if (misfit == null) {
        handler.accept(b, line);
      } else {
        handler.reject(line, misfit, text(b, p, end), RejectCode.TYPE_UNEXPECTED);
      }
      return end;
    } catch (JsonFault fault) {
      int end = fault.position();
      while (b[end] != '\n') {
        end++;
      }
      int from = Math.max(p, fault.position() - CONTEXT_BYTES);
      int to = Math.min(end, fault.position() + CONTEXT_BYTES);
      var code = fault.encoding() ? RejectCode.INVALID_UTF8 : RejectCode.MALFORMED_JSON;
      handler.reject(line, json.key(), text(b, from, to), code);
      return end;
    }
  }

  /// The text in `b[from, to)`, cut where a reject would be cut anyway.
  public static String text(byte[] b, int from, int to) {
    int shown = Math.min(to, from + 4 * Reject.LONGEST_VALUE);
    return new String(b, from, shown - from, UTF_8);
  }
}
