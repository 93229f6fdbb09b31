package org.ronghe.platform.accounts.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/// Random words that open something, and what is kept of them.
final class Secrets {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String READABLE =
      "abcdefghjkmnpqrstvwxyz23456789"; // nothing that looks alike

  private Secrets() {}

  /// Random bytes.
  static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  /// 256 random bits as a word for an address or a header.
  static String word() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(32));
  }

  /// Random characters that are easy to read and type.
  static String readable(int length) {
    var text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(READABLE.charAt(RANDOM.nextInt(READABLE.length())));
    }
    return text.toString();
  }

  /// What is kept of a random word. A plain SHA-256 is enough as nobody can guess the word.
  static byte[] digest(String word) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(word.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
