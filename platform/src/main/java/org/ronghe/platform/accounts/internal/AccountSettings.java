package org.ronghe.platform.accounts.internal;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// What an operator set about signing in: `ronghe.` and the key of the node's configuration.
@Component
class AccountSettings {
  /// An identity provider.
  ///
  /// @param name on the button
  record Provider(String issuer, String clientId, String clientSecret, String name) {
    /// Without the secret.
    @Override
    public String toString() {
      return "Provider[" + issuer + ", " + clientId + "]";
    }
  }

  private final Environment environment;

  AccountSettings(Environment environment) {
    this.environment = environment;
  }

  /// The data folder.
  Path dataFolder() {
    return Path.of(environment.getRequiredProperty("ronghe.data"));
  }

  /// The node's address without a slash at its end; empty if only the request tells it.
  String publicUrl() {
    return environment.getProperty("ronghe.public-url", "").replaceFirst("/+$", "");
  }

  /// Whether people reach the node by https.
  boolean overHttps() {
    return publicUrl().startsWith("https://");
  }

  /// Unused for so long, a session is over.
  Duration idle() {
    return environment.getProperty("ronghe.session.length", Duration.class, Duration.ofHours(8));
  }

  /// The identity provider; null if there is none.
  @Nullable Provider provider() {
    String issuer = environment.getProperty("ronghe.oidc.issuer", "");
    return issuer.isEmpty()
        ? null
        : new Provider(
            issuer,
            environment.getProperty("ronghe.oidc.client-id", ""),
            environment.getProperty("ronghe.oidc.client-secret", ""),
            environment.getProperty("ronghe.oidc.name", "OpenID Connect"));
  }
}
