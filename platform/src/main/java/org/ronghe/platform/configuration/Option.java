package org.ronghe.platform.configuration;

import java.util.Locale;
import org.ronghe.platform.text.Language;

/// Something an operator can set.
///
/// @param key dotted name, as in `ronghe.yaml`: `database.url` is `url` below `database`
/// @param type what its value may be
/// @param otherwise its value where none is given; empty: none
/// @param secret never printed, and no flag, since everybody on the machine sees those
/// @param english what it does
/// @param chinese the same
public record Option(
    String key, OptionType type, String otherwise, boolean secret, String english, String chinese) {
  /// Its environment variable, such as `RONGHE_DATABASE_URL`.
  public String variable() {
    return "RONGHE_" + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  /// Its flag, such as `--database-url`.
  public String flag() {
    return "--" + key.replace('.', '-');
  }

  /// What it does.
  public String description(Language language) {
    return language == Language.ENGLISH ? english : chinese;
  }

  /// What its value may be.
  public String range(Language language) {
    return type.range(language);
  }
}
