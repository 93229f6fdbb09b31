package org.ronghe.platform.facts.internal;

/// Keys of reasons that decide more than a sentence.
final class Rejects {
  static final String NO_SUBJECT = "facts.reject.no-subject";
  static final String NOT_ALLOWED = "facts.reject.not-allowed";
  static final String OVERLAP = "facts.reject.overlap";

  private Rejects() {}
}
