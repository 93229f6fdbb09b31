package org.ronghe.platform.accounts.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// One-time codes by the time of day (RFC 6238): HMAC-SHA-1, steps of 30 seconds, 6 digits, which
/// is what authenticator apps take for granted.
final class Totp {
  static final int SECRET_BYTES = 20; // RFC 4226, R6: as long as the hash
  static final int DIGITS = 6;
  static final int STEP_SECONDS = 30;

  /// Codes of so many steps before and after are taken too, for clocks that differ (RFC 6238, 5.2).
  private static final int DRIFT_STEPS = 1;

  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private Totp() {}

  /// The code of a step.
  static String code(byte[] secret, long step, int digits) {
    byte[] hash = hmac(secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
    int offset = hash[hash.length - 1] & 0xf;
    int number = ByteBuffer.wrap(hash).getInt(offset) & 0x7fffffff;
    long modulus = 1;
    for (int i = 0; i < digits; i++) {
      modulus *= 10;
    }
    return ("%0" + digits + "d").formatted(number % modulus);
  }

  /// The step that a moment lies in.
  static long step(Instant moment) {
    return Math.floorDiv(moment.getEpochSecond(), (long) STEP_SECONDS);
  }

  /// The step a code is of, if it is one of now and later than the last one used; a code is good
  /// once.
  static OptionalLong findStep(byte[] secret, String code, Instant now, long lastStep) {
    byte[] typed = code.replace(" ", "").getBytes(StandardCharsets.UTF_8);
    long current = step(now);
    OptionalLong found = OptionalLong.empty();
    // All are worked out, whichever fits.
    for (long step = current - DRIFT_STEPS; step <= current + DRIFT_STEPS; step++) {
      byte[] right = code(secret, step, DIGITS).getBytes(StandardCharsets.UTF_8);
      if (MessageDigest.isEqual(right, typed) && step > lastStep) {
        found = OptionalLong.of(step);
      }
    }
    return found;
  }

  /// Base32 (RFC 4648) without padding, as apps want a secret typed.
  static String base32(byte[] bytes) {
    var text = new StringBuilder();
    int buffer = 0;
    int bits = 0;
    for (byte b : bytes) {
      buffer = (buffer << 8 | (b & 0xff)) & 0xfff;
      bits += 8;
      while (bits >= 5) {
        bits -= 5;
        text.append(BASE32.charAt(buffer >> bits & 31));
      }
    }
    if (bits > 0) {
      text.append(BASE32.charAt(buffer << (5 - bits) & 31));
    }
    return text.toString();
  }

  private static byte[] hmac(byte[] key, byte[] message) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(key, "HmacSHA1"));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
