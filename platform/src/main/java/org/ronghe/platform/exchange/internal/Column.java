package org.ronghe.platform.exchange.internal;

import java.util.List;

/// A column of a table that is imported.
///
/// @param key its name for programs, and in every language
/// @param choices codes that one chooses from; empty where anything may stand
/// @param choiceKey what the keys of their texts begin with
/// @param needed whether every row has to say something here
record Column(String key, List<String> choices, String choiceKey, boolean needed) {
  Column {
    choices = List.copyOf(choices);
  }

  static Column text(String key) {
    return new Column(key, List.of(), "", false);
  }

  static Column needed(String key) {
    return new Column(key, List.of(), "", true);
  }

  static Column choice(String key, String choiceKey, List<String> choices, boolean needed) {
    return new Column(key, choices, choiceKey, needed);
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
