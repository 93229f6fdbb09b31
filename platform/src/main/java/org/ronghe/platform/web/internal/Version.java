package org.ronghe.platform.web.internal;

import org.ronghe.atlas.report.SoftwareVersion;

/// The version of this software.
final class Version {
  private static final String CURRENT = SoftwareVersion.current();

  private Version() {}

  static String current() {
    return CURRENT;
  }
}
