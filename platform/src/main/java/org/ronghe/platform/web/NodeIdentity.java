package org.ronghe.platform.web;

import org.jspecify.annotations.Nullable;
import org.ronghe.platform.text.Language;

/// How the node presents itself. The settings offer one.
public interface NodeIdentity {
  /// Its name.
  String name(Language language);

  /// Whom to ask, such as a mail address; empty if nobody is named.
  String contact();

  /// The language for those who have not chosen; null to go by their browser.
  @Nullable Language language();
}
