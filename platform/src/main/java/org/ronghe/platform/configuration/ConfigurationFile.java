package org.ronghe.platform.configuration;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/// `ronghe.yaml`: the options under their keys, nested or dotted.
final class ConfigurationFile {
  /// A value and where it stands.
  record Entry(String value, String where) {}

  private final Path file;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final List<ConfigurationProblem> problems = new ArrayList<>();

  private ConfigurationFile(Path file) {
    this.file = file;
  }

  /// Reads the file; what cannot be read is among the problems.
  static ConfigurationFile read(Path file) {
    var read = new ConfigurationFile(file);
    try {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      new Compose(LoadSettings.builder().setLabel(file.toString()).build())
          .composeString(text)
          .ifPresent(root -> read.flatten("", root));
    } catch (YamlEngineException e) {
      String message = String.valueOf(e.getMessage()).replaceAll("\\s*\\n\\s*", " ").strip();
      read.problems.add(ConfigurationProblem.of(file.toString(), "yaml", message));
    } catch (CharacterCodingException e) {
      read.problems.add(ConfigurationProblem.of(file.toString(), "yaml", "not UTF-8"));
    } catch (IOException e) {
      read.problems.add(ConfigurationProblem.of(file.toString(), "unreadable", e.toString()));
    }
    return read;
  }

  Map<String, Entry> entries() {
    return entries;
  }

  List<ConfigurationProblem> problems() {
    return problems;
  }

  private void flatten(String key, Node node) {
    switch (node) {
      case MappingNode mapping -> {
        for (NodeTuple tuple : mapping.getValue()) {
          String name = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
          flatten(key.isEmpty() ? name : key + "." + name, tuple.getValueNode());
        }
      }
      case ScalarNode scalar -> {
        Entry entry = new Entry(scalar.getValue().strip(), where(key, scalar));
        if (entries.put(key, entry) != null) {
          problems.add(ConfigurationProblem.of(entry.where(), "twice"));
        }
      }
      default -> problems.add(ConfigurationProblem.of(where(key, node), "list"));
    }
  }

  private String where(String key, Node node) {
    String line = node.getStartMark().map(mark -> Integer.toString(mark.getLine() + 1)).orElse("?");
    return file + ":" + line + ": " + key;
  }
}
