package org.ronghe.platform.accounts.internal;

import java.util.List;
import org.ronghe.platform.web.View;

/// What the page to set up the second factor shows.
///
/// @param needed whether a role of this person asks for it
/// @param secret to type into an app, in base32; empty once it is on
/// @param picture the same as a QR code: one path of an SVG, in a square of `size` units
/// @param recoveryCodes shown once; empty otherwise
/// @param message what went wrong; may be empty
public record SecondFactorPage(
    View view,
    boolean needed,
    String secret,
    String picture,
    int size,
    List<String> recoveryCodes,
    String message) {
  public SecondFactorPage {
    recoveryCodes = List.copyOf(recoveryCodes);
  }

  /// The secret in groups of four.
  public String grouped() {
    return secret.replaceAll("(.{4})(?=.)", "$1 ");
  }
}
