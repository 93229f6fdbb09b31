package org.ronghe.platform.facts.identifier;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/// Address of the web: http or https, a host, no user name. Scheme and host are in lower case, a
/// missing scheme is https, the usual port is dropped.
final class WebAddress {
  private static final int LONGEST = 2000;
  private static final String EXAMPLE = "https://www.example.org/";

  private WebAddress() {}

  static IdentifierCheck check(String text) {
    if (text.length() > LONGEST) {
      return IdentifierCheck.fault(
          IdentifierFault.LENGTH, String.valueOf(text.length()), "≤ " + LONGEST);
    }
    try {
      return of(new URI(text.matches("(?i)[a-z][a-z0-9+.-]*:.*") ? text : "https://" + text), text);
    } catch (URISyntaxException e) {
      return IdentifierCheck.fault(IdentifierFault.FORMAT, text, EXAMPLE);
    }
  }

  private static IdentifierCheck of(URI uri, String text) throws URISyntaxException {
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    String host = uri.getHost();
    boolean web = scheme.equals("https") || scheme.equals("http");
    if (!web || host == null || uri.getUserInfo() != null) {
      return IdentifierCheck.fault(IdentifierFault.FORMAT, text, EXAMPLE);
    }
    host = host.toLowerCase(Locale.ROOT);
    if (!EmailAddress.isDomain(host)) {
      return IdentifierCheck.fault(IdentifierFault.FORMAT, host, EXAMPLE);
    }
    boolean usual = uri.getPort() == (scheme.equals("https") ? 443 : 80);
    var normal = new StringBuilder(scheme).append("://").append(host);
    if (uri.getPort() >= 0 && !usual) {
      normal.append(':').append(uri.getPort());
    }
    normal.append(uri.getRawPath());
    if (uri.getRawQuery() != null) {
      normal.append('?').append(uri.getRawQuery());
    }
    if (uri.getRawFragment() != null) {
      normal.append('#').append(uri.getRawFragment());
    }
    return new IdentifierCheck.Valid(normal.toString());
  }
}
