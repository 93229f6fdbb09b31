package org.ronghe.e2e;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What an authenticator app shows (RFC 6238), written apart from the node's own.
final class OneTimeCode {
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int STEP_MILLIS = 30_000;
  private static final int BITS = 5;

  private OneTimeCode() {}

  /// The step of half a minute that it is now.
  static long step() {
    return System.currentTimeMillis() / STEP_MILLIS;
  }

  /// The six digits of a step.
  ///
  /// @param secret in base32, perhaps in groups
  static String of(String secret, long step) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(bytes(secret.replace(" ", "")), "HmacSHA1"));
      byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
      int at = hash[hash.length - 1] & 0xf;
      int number = ByteBuffer.wrap(hash).getInt(at) & Integer.MAX_VALUE;
      return "%06d".formatted(number % 1_000_000);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] bytes(String base32) {
    var bytes = ByteBuffer.allocate(base32.length() * BITS / Byte.SIZE);
    long buffer = 0;
    int bits = 0;
    for (int i = 0; i < base32.length(); i++) {
      buffer = buffer << BITS | BASE32.indexOf(base32.charAt(i));
      bits += BITS;
      if (bits >= Byte.SIZE) {
        bits -= Byte.SIZE;
        bytes.put((byte) (buffer >> bits));
      }
    }
    return Arrays.copyOf(bytes.array(), bytes.position());
  }
}
