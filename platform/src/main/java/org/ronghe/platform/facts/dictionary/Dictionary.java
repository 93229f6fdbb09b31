package org.ronghe.platform.facts.dictionary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All attributes, in the order of their files.
public final class Dictionary {
  /// The files of the shipped dictionary, in order.
  public static final List<String> FILES =
      List.of(
          "organisation-figures.yaml",
          "organisation-standing.yaml",
          "digital.yaml",
          "works.yaml",
          "city.yaml");

  private final Map<String, Attribute> byKey;

  Dictionary(Collection<Attribute> attributes) {
    var map = new LinkedHashMap<String, Attribute>();
    attributes.forEach(attribute -> map.put(attribute.key(), attribute));
    byKey = Collections.unmodifiableMap(map);
  }

  /// Reads the shipped dictionary.
  ///
  /// @throws IllegalStateException with all problems if it has any, which a test excludes
  public static Dictionary shipped() {
    var files = new LinkedHashMap<String, String>();
    for (String name : FILES) {
      try (var file = Dictionary.class.getResourceAsStream(name)) {
        if (file == null) {
          throw new IllegalStateException(name + " is not on the class path");
        }
        files.put(name, new String(file.readAllBytes(), StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(name, e);
      }
    }
    var reading = DictionaryReading.of(files);
    if (!reading.problems().isEmpty()) {
      throw new IllegalStateException(
          "the dictionary has problems:\n" + String.join("\n", reading.problems()));
    }
    return reading.dictionary();
  }

  /// All attributes in order.
  public Collection<Attribute> attributes() {
    return byKey.values();
  }

  /// The attribute of that key.
  public Optional<Attribute> find(String key) {
    return Optional.ofNullable(byKey.get(key));
  }

  /// The attributes that can be said of subjects of that kind, in order.
  public List<Attribute> of(SubjectKind kind) {
    return byKey.values().stream()
        .filter(attribute -> attribute.use().subjects().contains(kind))
        .toList();
  }
}
