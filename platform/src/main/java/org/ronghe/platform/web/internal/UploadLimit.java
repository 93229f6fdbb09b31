package org.ronghe.platform.web.internal;

/// How much one request may bring; Spring is told the same in `node.properties`.
final class UploadLimit {
  static final String WORDS = "256 MB";

  private UploadLimit() {}
}
