package org.ronghe.platform.exchange.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A text file in whatever encoding it is: by its byte order mark, else UTF-8 where every byte
/// fits, else GB18030, as Excel writes in China.
final class TextFile {
  private static final Charset GB18030 = Charset.forName("GB18030");

  private TextFile() {}

  /// Opens it; what does not fit its encoding shows as an exception, not as other characters.
  static BufferedReader open(Path file) throws IOException, UnreadableFile {
    Charset charset = charset(file);
    var in = new PushbackInputStream(Files.newInputStream(file), 3);
    skipMark(in);
    return reader(in, charset);
  }

  private static BufferedReader reader(InputStream in, Charset charset) {
    return new BufferedReader(
        new InputStreamReader(
            in,
            charset
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)),
        1 << 16);
  }

  private static Charset charset(Path file) throws IOException, UnreadableFile {
    byte[] head;
    try (var in = Files.newInputStream(file)) {
      head = in.readNBytes(3);
    }
    if (head.length >= 2 && (head[0] & 0xff) == 0xff && (head[1] & 0xff) == 0xfe) {
      return StandardCharsets.UTF_16LE;
    }
    if (head.length >= 2 && (head[0] & 0xff) == 0xfe && (head[1] & 0xff) == 0xff) {
      return StandardCharsets.UTF_16BE;
    }
    for (Charset charset : List.of(StandardCharsets.UTF_8, GB18030)) {
      if (fits(file, charset)) {
        return charset;
      }
    }
    throw new UnreadableFile("exchange.unreadable.encoding");
  }

  private static boolean fits(Path file, Charset charset) throws IOException {
    var buffer = new char[1 << 16];
    try (var reader = reader(Files.newInputStream(file), charset)) {
      while (true) {
        int read = reader.read(buffer);
        if (read < 0) {
          return true;
        }
        for (int i = 0; i < read; i++) {
          if (buffer[i] == 0) {
            return false; // No table holds NUL: these are bytes of something else.
          }
        }
      }
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static void skipMark(PushbackInputStream in) throws IOException {
    byte[] head = in.readNBytes(3);
    int mark = 0;
    if (head.length == 3
        && (head[0] & 0xff) == 0xef
        && (head[1] & 0xff) == 0xbb
        && (head[2] & 0xff) == 0xbf) {
      mark = 3;
    } else if (head.length >= 2
        && ((head[0] & 0xff) ^ (head[1] & 0xff)) == 1
        && head[0] < 0
        && ((head[0] & 0xff) >= 0xfe)) {
      mark = 2;
    }
    in.unread(head, mark, head.length - mark);
  }
}
