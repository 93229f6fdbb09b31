package org.ronghe.atlas.problem;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/// The sentences of errors and rejects in one language.
public final class ErrorText {
  /// English, the language of logs.
  public static final ErrorText ENGLISH = of(Locale.ENGLISH);

  private final ResourceBundle bundle;
  private final Locale locale;

  private ErrorText(ResourceBundle bundle, Locale locale) {
    this.bundle = bundle;
    this.locale = locale;
  }

  /// The texts in `locale`; anything that is not Chinese is English.
  public static ErrorText of(Locale locale) {
    var known = locale.getLanguage().equals("zh") ? Locale.CHINESE : Locale.ENGLISH;
    var control =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    return new ErrorText(
        ResourceBundle.getBundle("org.ronghe.atlas.problem.errors", known, control), known);
  }

  /// What went wrong and what to do next, as one text.
  public String sentence(ErrorCode code, List<Object> arguments) {
    return format(code.code(), arguments);
  }

  /// How to repair a rejected value.
  public String remedy(RejectCode code) {
    return format("reject." + code.code(), List.of());
  }

  private String format(String key, List<Object> arguments) {
    return new MessageFormat(bundle.getString(key), locale).format(arguments.toArray());
  }
}
