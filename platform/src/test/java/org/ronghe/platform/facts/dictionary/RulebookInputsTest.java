package org.ronghe.platform.facts.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ronghe.testkit.Project;
import org.ronghe.testkit.SharedData;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// Every line of the transcribed official criteria is either held by attributes of the dictionary
/// or named as no input, with the reason.
class RulebookInputsTest {
  /// @param path the input's place in the file; what lies below it is covered too
  /// @param answer attribute keys, or `-` and a reason
  private record Line(String file, String path, String answer) {
    boolean fits(String name, String leaf) {
      return (file.equals("*") || file.equals(name))
          && (leaf.equals(path) || leaf.startsWith(path + "/"));
    }
  }

  private static final List<Line> LINES = new ArrayList<>();

  @BeforeAll
  static void readMapping() throws IOException {
    LINES.clear();
    try (var file = RulebookInputsTest.class.getResourceAsStream("rulebook-inputs.tsv")) {
      new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .forEach(parts -> LINES.add(new Line(parts[0], parts[1], parts[2])));
    }
  }

  @Test
  void everyAttributeNamedIsInTheDictionary() {
    Dictionary dictionary = Dictionary.shipped();
    assertThat(LINES).hasSizeGreaterThan(300);
    for (Line line : LINES) {
      if (line.answer().startsWith("-")) {
        assertThat(line.answer()).as("reason of %s", line).hasSizeGreaterThan(3);
      } else {
        for (String key : List.of(line.answer().split(" ", -1))) {
          assertThat(dictionary.find(key)).as("%s of %s", key, line).isPresent();
        }
      }
    }
  }

  @Test
  void everyInputOfEveryRulebookIsCovered() throws IOException {
    Path folder = SharedData.require("../rulebooks");
    List<Path> files;
    try (var all = Files.list(folder)) {
      files = all.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
    assertThat(files).hasSize(25);
    var uncovered = new ArrayList<String>();
    Set<Line> used = new HashSet<>();
    for (Path file : files) {
      String name = file.getFileName().toString().replace(".yaml", "");
      var leaves = new ArrayList<String>();
      var settings = LoadSettings.builder().setLabel(name).build();
      collect("", new Load(settings).loadFromString(Project.read(file)), leaves);
      for (String leaf : leaves) {
        Optional<Line> best =
            LINES.stream()
                .filter(line -> line.fits(name, leaf))
                .max(Comparator.comparingInt(line -> line.path().length()));
        best.ifPresentOrElse(used::add, () -> uncovered.add(name + ": " + leaf));
      }
    }
    assertThat(uncovered).isEmpty();
    assertThat(LINES).as("lines that fit nothing any more").allMatch(used::contains);
  }

  private static void collect(String path, Object value, List<String> leaves) {
    switch (value) {
      case Map<?, ?> map -> map.forEach((key, inner) -> collect(path + "/" + key, inner, leaves));
      case List<?> list -> {
        for (int i = 0; i < list.size(); i++) {
          collect(path + "/" + i, list.get(i), leaves);
        }
      }
      case null, default -> leaves.add(path.substring(1));
    }
  }
}
