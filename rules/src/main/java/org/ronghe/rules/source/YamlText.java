package org.ronghe.rules.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.ronghe.rules.source.Tree.Entry;
import org.ronghe.rules.source.Tree.Items;
import org.ronghe.rules.source.Tree.Kind;
import org.ronghe.rules.source.Tree.Mapping;
import org.ronghe.rules.source.Tree.Scalar;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/// Reads YAML 1.2 as a [Tree].
public final class YamlText {
  private final String file;
  private final Problems problems;

  private YamlText(String file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  /// The document, or nothing with a problem noted.
  public static Optional<Tree> read(String file, String text, Problems problems) {
    var reader = new YamlText(file, problems);
    try {
      var settings =
          LoadSettings.builder()
              .setLabel(file)
              .setSchema(new CoreSchema())
              .setAllowDuplicateKeys(true)
              .build();
      Optional<Node> node = new Compose(settings).composeString(text);
      if (node.isEmpty()) {
        problems.add(ProblemCode.EMPTY, new Place(file, 1));
      }
      return node.map(reader::tree);
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      problems.add(ProblemCode.NOT_YAML, new Place(file, line), String.valueOf(e.getProblem()));
    } catch (YamlEngineException e) {
      problems.add(ProblemCode.NOT_YAML, new Place(file, 1), String.valueOf(e.getMessage()));
    }
    return Optional.empty();
  }

  private Tree tree(Node node) {
    return switch (node) {
      case MappingNode mapping -> mapping(mapping);
      case SequenceNode sequence -> {
        var items = new ArrayList<Tree>();
        sequence.getValue().forEach(item -> items.add(tree(item)));
        yield new Items(place(node), items);
      }
      case ScalarNode scalar -> new Scalar(place(node), scalar.getValue(), kind(scalar));
      default -> throw new IllegalStateException(node.toString());
    };
  }

  private Mapping mapping(MappingNode node) {
    var entries = new LinkedHashMap<String, Entry>();
    for (var tuple : node.getValue()) {
      if (tuple.getKeyNode() instanceof ScalarNode key) {
        var entry = new Entry(place(key), tree(tuple.getValueNode()));
        var word = kind(key) == Kind.NULL ? "~" : key.getValue();
        if (entries.putIfAbsent(word, entry) != null) {
          problems.add(ProblemCode.KEY_TWICE, entry.place(), word);
        }
      } else {
        problems.add(ProblemCode.KEY_NOT_A_WORD, place(tuple.getKeyNode()));
      }
    }
    return new Mapping(place(node), entries);
  }

  private Place place(Node node) {
    return new Place(file, node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1));
  }

  private static Kind kind(ScalarNode node) {
    if (node.getScalarStyle() != ScalarStyle.PLAIN) {
      return Kind.TEXT;
    }
    return switch (node.getTag().getValue()) {
      case "tag:yaml.org,2002:int", "tag:yaml.org,2002:float" -> Kind.NUMBER;
      case "tag:yaml.org,2002:bool" -> Kind.BOOLEAN;
      case "tag:yaml.org,2002:null" -> Kind.NULL;
      default -> Kind.TEXT;
    };
  }
}
