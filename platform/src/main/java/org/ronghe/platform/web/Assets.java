package org.ronghe.platform.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/// Style, script and icons of the pages, built by npm from `src/main/web`. Their names hold a
/// digest of their content, so browsers may keep them for ever.
public final class Assets {
  /// The path they are served under.
  public static final String PATH = "/assets/";

  private static final String FOLDER = "/org/ronghe/platform/web/assets/";
  private static final Assets BUNDLED = new Assets();

  private final Map<String, String> hashedNames = new TreeMap<>();

  private Assets() {
    try (var in = Assets.class.getResourceAsStream(FOLDER + "manifest.json")) {
      if (in == null) {
        throw new IllegalStateException("the pages' assets are missing from the build");
      }
      JsonMapper.shared()
          .readTree(in)
          .properties()
          .forEach(entry -> hashedNames.put(entry.getKey(), entry.getValue().asString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The address of an asset by its plain name, such as `node.css`.
  public static String url(String name) {
    String hashed = BUNDLED.hashedNames.get(name);
    if (hashed == null) {
      throw new IllegalArgumentException("no asset " + name);
    }
    return PATH + hashed;
  }

  /// Opens an asset, or a packed copy of one, by its name in the address.
  ///
  /// @throws IOException if it cannot be read
  public static Optional<InputStream> findNamed(String hashedName) throws IOException {
    if (!hashedName.matches("[\\w-]+(\\.[\\w-]+)+")) {
      return Optional.empty();
    }
    return Optional.ofNullable(Assets.class.getResourceAsStream(FOLDER + hashedName));
  }
}
