package org.ronghe.platform.configuration;

import java.nio.file.Path;
import java.util.Map;

/// Where a configuration is read from, besides its file.
///
/// @param flags values of flags by key of the option, `config` for the file's path
/// @param environment the process's environment
/// @param home the user's home folder
/// @param root whether the user is root
public record ConfigurationSources(
    Map<String, String> flags, Map<String, String> environment, Path home, boolean root) {
  public ConfigurationSources {
    flags = Map.copyOf(flags);
    environment = Map.copyOf(environment);
  }

  /// Those of this process, with its flags.
  public static ConfigurationSources ofProcess(Map<String, String> flags) {
    return new ConfigurationSources(
        flags,
        System.getenv(),
        Path.of(System.getProperty("user.home", ".")),
        "root".equals(System.getProperty("user.name")));
  }

  /// The data folder where none is set.
  Path defaultDataFolder() {
    // Root's database runs as another account, which cannot enter root's home.
    return root ? Path.of("/var/lib/ronghe") : home.resolve(".local/share/ronghe");
  }
}
