package org.ronghe.platform.facts.internal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Tells from its first bytes what a file is, whatever it is called. Only kinds that show something
/// and run nothing are known.
final class MediaTypes {
  /// So many bytes are enough.
  static final int HEAD = 8192;

  private MediaTypes() {}

  /// The type of a file that begins with `head`; empty if it is none that is taken.
  static Optional<String> of(byte[] head, String name) {
    if (begins(head, 0x25, 0x50, 0x44, 0x46, 0x2d)) {
      return Optional.of("application/pdf");
    }
    if (begins(head, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) {
      return Optional.of("image/png");
    }
    if (begins(head, 0xff, 0xd8, 0xff)) {
      return Optional.of("image/jpeg");
    }
    if (begins(head, 0x49, 0x49, 0x2a, 0x00) || begins(head, 0x4d, 0x4d, 0x00, 0x2a)) {
      return Optional.of("image/tiff");
    }
    if (begins(head, 0x50, 0x4b, 0x03, 0x04)) {
      return Optional.of(office(name));
    }
    return isText(head) ? Optional.of("text/plain") : Optional.empty();
  }

  private static String office(String name) {
    if (name.endsWith(".docx")) {
      return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    }
    return name.endsWith(".xlsx")
        ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        : "application/zip";
  }

  private static boolean begins(byte[] head, int... bytes) {
    if (head.length < bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if ((head[i] & 0xff) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  /// UTF-8 without control characters; a character cut off at the end does not count.
  private static boolean isText(byte[] head) {
    if (head.length == 0) {
      return false;
    }
    int end = head.length;
    while (end > 0 && head.length == HEAD && head[end - 1] < 0) {
      end--;
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(head, 0, end))
          .chars()
          .noneMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t');
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
