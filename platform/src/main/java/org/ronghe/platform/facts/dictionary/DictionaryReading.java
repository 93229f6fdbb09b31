package org.ronghe.platform.facts.dictionary;

import java.util.List;
import java.util.Map;

/// What came out of reading dictionary files.
///
/// @param dictionary the attributes that could be read
/// @param problems everything that is wrong, each with file and place; empty if nothing is
public record DictionaryReading(Dictionary dictionary, List<String> problems) {
  public DictionaryReading {
    problems = List.copyOf(problems);
  }

  /// Reads files of YAML, all of them to their end.
  ///
  /// @param files their texts by name, in order
  public static DictionaryReading of(Map<String, String> files) {
    var reader = new DictionaryReader();
    files.forEach(reader::read);
    return reader.result();
  }
}
