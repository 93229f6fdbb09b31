package org.ronghe.platform.accounts.internal;

import io.nayuki.qrcodegen.QrCode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// The secret of a second factor as a picture for the camera of an authenticator app.
///
/// @param path of an SVG, in a square of `size` units
record QrPicture(String path, int size) {
  private static final int MARGIN = 4; // ISO/IEC 18004: four modules around

  /// Draws one.
  ///
  /// @param node name of the node, shown in the app
  /// @param account name of the account, shown in the app
  /// @param secret in base32
  static QrPicture of(String node, String account, String secret) {
    QrCode code = QrCode.encodeText(address(node, account, secret), QrCode.Ecc.MEDIUM);
    var path = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        if (code.getModule(x, y)) {
          path.append('M').append(x + MARGIN).append(' ').append(y + MARGIN).append("h1v1h-1z");
        }
      }
    }
    return new QrPicture(path.toString(), code.size + 2 * MARGIN);
  }

  /// The address that apps read (Google Authenticator's key URI format, which all follow).
  static String address(String node, String account, String secret) {
    String issuer = encoded(node.replace(':', ' '));
    return "otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=SHA1&digits=%d&period=%d"
        .formatted(issuer, encoded(account), secret, issuer, Totp.DIGITS, Totp.STEP_SECONDS);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
