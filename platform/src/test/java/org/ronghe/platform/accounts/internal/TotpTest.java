package org.ronghe.platform.accounts.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class TotpTest {
  private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

  /// RFC 6238, appendix B, the rows for SHA-1.
  private static final Map<Long, String> TABLE =
      new TreeMap<>(
          Map.of(
              59L, "94287082",
              1111111109L, "07081804",
              1111111111L, "14050471",
              1234567890L, "89005924",
              2000000000L, "69279037",
              20000000000L, "65353130"));

  @Test
  void givesTheCodesOfTheStandard() {
    TABLE.forEach((second, code) ->
        assertThat(Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(second)), 8))
            .as("at %d", second)
            .isEqualTo(code));
  }

  @Test
  void takesTheCodesOfTheStepsBesideAndNoOthers() {
    Instant now = Instant.ofEpochSecond(1234567890L);
    long step = Totp.step(now);
    for (long difference = -3; difference <= 3; difference++) {
      String code = Totp.code(SECRET, step + difference, Totp.DIGITS);
      assertThat(Totp.findStep(SECRET, code, now, 0).isPresent())
          .as("%d steps away", difference)
          .isEqualTo(Math.abs(difference) <= 1);
    }
  }

  @Test
  void takesNoCodeTwiceAndNoneFromBeforeTheLast() {
    Instant now = Instant.ofEpochSecond(1234567890L);
    long step = Totp.step(now);
    String current = Totp.code(SECRET, step, Totp.DIGITS);
    String before = Totp.code(SECRET, step - 1, Totp.DIGITS);
    String next = Totp.code(SECRET, step + 1, Totp.DIGITS);

    assertThat(Totp.findStep(SECRET, current, now, step - 1)).hasValue(step);
    assertThat(Totp.findStep(SECRET, current, now, step)).isEmpty();
    assertThat(Totp.findStep(SECRET, before, now, step)).isEmpty();
    assertThat(Totp.findStep(SECRET, next, now, step)).hasValue(step + 1);
  }

  /// RFC 4648, section 10, without the padding.
  @Test
  void writesBase32() {
    Map.of(
            "", "",
            "f", "MY",
            "fo", "MZXQ",
            "foo", "MZXW6",
            "foob", "MZXW6YQ",
            "fooba", "MZXW6YTB",
            "foobar", "MZXW6YTBOI")
        .forEach((plain, base32) ->
            assertThat(Totp.base32(plain.getBytes(StandardCharsets.US_ASCII))).isEqualTo(base32));
  }

  @Test
  void thePictureHoldsTheAddressAppsRead() {
    assertThat(QrPicture.address("Ronghe: Test", "王芳", "MZXW6"))
        .isEqualTo(
            "otpauth://totp/Ronghe%20%20Test:%E7%8E%8B%E8%8A%B3?secret=MZXW6"
                + "&issuer=Ronghe%20%20Test&algorithm=SHA1&digits=6&period=30");
    assertThat(QrPicture.of("Ronghe", "wang", "MZXW6").size()).isGreaterThan(29);
  }
}
