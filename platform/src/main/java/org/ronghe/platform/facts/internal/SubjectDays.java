package org.ronghe.platform.facts.internal;

import org.ronghe.platform.facts.Validity;
import org.ronghe.platform.web.View;

/// Days as pages write them.
public final class SubjectDays {
  private SubjectDays() {}

  /// One day, since, until, or both.
  public static String of(View view, Validity valid) {
    return SubjectPageMaker.days(view, valid);
  }
}
