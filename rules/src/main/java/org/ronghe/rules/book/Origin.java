package org.ronghe.rules.book;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The file a rulebook was read from.
///
/// @param digest SHA-256 of its text, in hexadecimal digits: the rulebook's version
public record Origin(String file, String digest) {
  /// The origin of a text.
  public static Origin of(String file, String text) {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return new Origin(file, HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
