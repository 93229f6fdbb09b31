package org.ronghe.platform.problem;

import java.util.Locale;

/// Everything that can go wrong at the node through its users or its surroundings, each with a
/// stable code and the HTTP status it is answered with.
///
/// Title, sentence and remedy in English and Chinese stand in `problem/texts_*.properties` as
/// `problem.<code>.title` and `problem.<code>.detail`.
public enum ProblemCode {
  INPUT_INVALID(400),
  FILTER_INVALID(400),
  CURSOR_INVALID(400),
  SIGN_IN_NEEDED(401),
  NOT_ALLOWED(403),
  NOT_FOUND(404),
  METHOD_NOT_ALLOWED(405),
  CONFLICT(409),
  CHANGED_MEANWHILE(412),
  TOO_LARGE(413),
  TYPE_UNSUPPORTED(415),
  KEY_REUSED(422),
  MATCH_NEEDED(428),
  TOO_MANY_REQUESTS(429),
  INTERNAL(500),
  STORAGE_FULL(507),
  DATABASE_UNAVAILABLE(503),
  MATCHING_UNAVAILABLE(503);

  private final int status;

  ProblemCode(int status) {
    this.status = status;
  }

  /// The HTTP status.
  public int status() {
    return status;
  }

  /// The stable code, in kebab case.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
