package org.ronghe.atlas.source.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronghe.atlas.problem.RejectCode;
import org.ronghe.atlas.source.input.Blocks;

/// What the scanner says of lines, when it skips every member or walks into every one.
final class Verdicts implements JsonLines.Handler {
  private final boolean walk;
  private final List<@Nullable RejectCode> verdicts = new ArrayList<>();

  private Verdicts(boolean walk) {
    this.walk = walk;
  }

  /// The verdict on each line, null for a sound one.
  static List<@Nullable RejectCode> on(List<byte[]> lines, boolean walk) {
    var text = new ByteArrayOutputStream();
    for (byte[] line : lines) {
      text.writeBytes(line);
      text.write('\n');
    }
    var handler = new Verdicts(walk);
    int count = new JsonLines().read(Blocks.of(text.toByteArray()), handler);
    if (count != lines.size() || handler.verdicts.size() != count) {
      throw new AssertionError(
          handler.verdicts.size() + " verdicts on " + count + " of " + lines.size() + " lines");
    }
    return handler.verdicts;
  }

  /// The verdict on an object with the one member `x` whose value is `value`, one byte a character.
  static @Nullable RejectCode on(String value) {
    byte[] line = ("{\"x\":" + value + "}").getBytes(ISO_8859_1);
    var skipping = on(List.of(line), false).getFirst();
    var walking = on(List.of(line), true).getFirst();
    if (skipping != walking) {
      throw new AssertionError(value + ": " + skipping + " when skipped, else " + walking);
    }
    return skipping;
  }

  @Override
  public void scan(JsonScanner json, byte[] text) {
    while (json.nextKey()) {
      if (walk) {
        walk(json, text);
      } else {
        json.skip();
      }
    }
  }

  private static void walk(JsonScanner json, byte[] text) {
    switch (text[json.position()]) {
      case '{' -> {
        json.enterObject();
        while (json.nextKey()) {
          walk(json, text);
        }
      }
      case '[' -> {
        json.enterArray();
        while (json.nextElement()) {
          walk(json, text);
        }
      }
      case '"' -> json.string();
      case 't', 'f' -> json.isTrue();
      default -> json.numberOrString();
    }
  }

  @Override
  public void accept(byte[] text, int line) {
    verdicts.add(null);
  }

  @Override
  public void reject(long line, String field, String value, RejectCode code) {
    verdicts.add(code);
  }
}
