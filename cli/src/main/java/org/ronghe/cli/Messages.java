package org.ronghe.cli;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The command line's own texts in one language.
final class Messages {
  private final ResourceBundle bundle;
  private final Locale locale;

  private Messages(ResourceBundle bundle, Locale locale) {
    this.bundle = bundle;
    this.locale = locale;
  }

  static Messages of(Locale locale) {
    var control =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    return new Messages(
        ResourceBundle.getBundle("org.ronghe.cli.messages", locale, control), locale);
  }

  /// The text `key` with its placeholders `{0}`, `{1}` … filled.
  String text(String key, Object... arguments) {
    return new MessageFormat(bundle.getString(key), locale).format(arguments);
  }

  /// All texts, for picocli's help.
  ResourceBundle bundle() {
    return bundle;
  }
}
