package org.ronghe.atlas.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/// The version of this software.
public final class SoftwareVersion {
  private SoftwareVersion() {}

  /// Such as `0.1.0`; written at build time.
  public static String current() {
    try (var in = SoftwareVersion.class.getResourceAsStream("version.properties")) {
      var properties = new Properties();
      properties.load(Objects.requireNonNull(in));
      return Objects.requireNonNull(properties.getProperty("version"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
