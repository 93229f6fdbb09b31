package org.ronghe.platform.configuration;

import java.util.List;
import org.ronghe.platform.text.Language;
import org.ronghe.platform.text.Texts;

/// Something wrong with what an operator set.
///
/// @param where the file and line, the environment variable or the flag
/// @param kind which sentence of `configuration/texts_*.properties`
/// @param option the option whose range the sentence ends with, empty if it needs none
/// @param arguments the values of the sentence's placeholders after `{0}`, the place
public record ConfigurationProblem(
    String where, String kind, String option, List<String> arguments) {
  public ConfigurationProblem {
    arguments = List.copyOf(arguments);
  }

  static ConfigurationProblem of(String where, String kind, String... arguments) {
    return new ConfigurationProblem(where, kind, "", List.of(arguments));
  }

  static ConfigurationProblem outOfRange(String where, Option option, String value) {
    return new ConfigurationProblem(
        where, "range", option.key(), List.of(option.secret() ? "•" : value));
  }

  /// What is wrong and what to do.
  public String sentence(Language language) {
    var all = new java.util.ArrayList<Object>();
    all.add(where);
    all.addAll(arguments);
    Options.find(option).ifPresent(known -> all.add(known.range(language)));
    return Texts.in(language).text("configuration.problem." + kind, all.toArray());
  }
}
