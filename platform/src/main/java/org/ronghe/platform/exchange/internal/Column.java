package org.ronghe.platform.exchange.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ronghe.platform.text.Language;
import org.ronghe.platform.text.Texts;

/// A column of a table that is imported.
///
/// @param key its name for programs, and in every language
/// @param choices codes that one chooses from; empty where anything may stand
/// @param choiceKey what the keys of their texts begin with
/// @param needed whether every row has to say something here
/// @param codes the choices by every word that stands for one, in small letters: the code itself,
///   or its text in either language
record Column(
    String key, List<String> choices, String choiceKey, boolean needed, Map<String, String> codes) {
  Column {
    choices = List.copyOf(choices);
    codes = Map.copyOf(codes);
  }

  static Column text(String key) {
    return new Column(key, List.of(), "", false, Map.of());
  }

  static Column needed(String key) {
    return new Column(key, List.of(), "", true, Map.of());
  }

  static Column choice(String key, String choiceKey, List<String> choices, boolean needed) {
    var codes = new HashMap<String, String>();
    for (String code : choices) {
      codes.put(code, code);
      for (Language language : Language.values()) {
        codes.put(Texts.in(language).text(choiceKey + code).toLowerCase(Locale.ROOT), code);
      }
    }
    return new Column(key, choices, choiceKey, needed, codes);
  }

  /// The code that a word stands for, or the word itself where it stands for none.
  String codeOr(String word) {
    return codes.getOrDefault(word.toLowerCase(Locale.ROOT), word);
  }

  /// The key of its title's text.
  String titleKey() {
    return "exchange.column." + key.replace('_', '-');
  }

  /// The key of the text that says how it is filled in.
  String hintKey() {
    return "exchange.hint." + key.replace('_', '-');
  }
}
