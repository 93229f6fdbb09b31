package org.ronghe.platform.accounts.internal;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.configuration.NodeConfiguration;
import org.springframework.stereotype.Component;

/// What an operator set about signing in.
@Component
class AccountSettings {
  private final NodeConfiguration configuration;

  AccountSettings(NodeConfiguration configuration) {
    this.configuration = configuration;
  }

  /// The data folder.
  Path dataFolder() {
    return configuration.dataFolder();
  }

  /// The node's address without a slash at its end; empty if only a request tells it, as the port
  /// is any free one.
  String publicUrl() {
    String url = configuration.publicUrl();
    return url.endsWith(":0") ? "" : url;
  }

  /// Whether people reach the node by https.
  boolean overHttps() {
    return publicUrl().startsWith("https://");
  }

  /// Unused for so long, a session is over.
  Duration idle() {
    return configuration.sessionLength();
  }

  /// The identity provider; null if there is none.
  NodeConfiguration.@Nullable Oidc provider() {
    return configuration.findOidc().orElse(null);
  }
}
