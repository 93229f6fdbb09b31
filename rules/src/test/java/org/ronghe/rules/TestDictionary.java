package org.ronghe.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronghe.rules.fact.FactType;
import org.ronghe.rules.fact.FactTypes;
import org.ronghe.rules.source.Problems;
import org.ronghe.rules.source.Tree;
import org.ronghe.rules.source.Words;
import org.ronghe.rules.source.YamlText;
import org.ronghe.testkit.Project;

/// The node's dictionary of attributes, read from its files: rules must not depend on the node.
public final class TestDictionary implements FactTypes {
  private static final String FOLDER =
      "platform/src/main/resources/org/ronghe/platform/facts/dictionary";

  private final Map<String, FactType> types = new LinkedHashMap<>();

  public TestDictionary() {
    for (var name :
        List.of("organisation-figures", "organisation-standing", "digital", "works", "city")) {
      var file = Project.root().resolve(FOLDER).resolve(name + ".yaml");
      var problems = new Problems();
      var tree =
          (Tree.Mapping) YamlText.read(file.toString(), Project.read(file), problems).orElseThrow();
      items(tree, "groups").forEach(this::group);
    }
  }

  @Override
  public Optional<FactType> find(String key) {
    return Optional.ofNullable(types.get(key));
  }

  @Override
  public Collection<String> keys() {
    return types.keySet();
  }

  private void group(Tree tree) {
    var group = (Tree.Mapping) tree;
    for (var item : items(group, "attributes")) {
      var attribute = (Tree.Mapping) item;
      var key = text(attribute, "key").orElseThrow();
      var codes = new LinkedHashMap<String, Words>();
      if (attribute.find("codes").orElse(null) instanceof Tree.Mapping map) {
        map.entries().forEach((code, entry) -> codes.put(code, words(entry.value())));
      }
      var kind =
          FactType.Kind.valueOf(text(attribute, "type").orElseThrow().toUpperCase(Locale.ROOT));
      types.put(
          key,
          new FactType(
              key,
              words(attribute.find("name").orElseThrow()),
              kind,
              FactType.Timing.valueOf(
                  text(attribute, "period")
                      .or(() -> text(group, "period"))
                      .orElseThrow()
                      .toUpperCase(Locale.ROOT)),
              text(attribute, "multiple").filter("true"::equals).isPresent(),
              codes,
              text(attribute, "unit").orElse(""),
              FactType.Limits.of(kind, number(attribute, "least"), number(attribute, "most"))));
    }
  }

  private static List<Tree> items(Tree.Mapping map, String key) {
    return map.find(key).orElse(null) instanceof Tree.Items items
        ? items.items()
        : new ArrayList<>();
  }

  private static Optional<String> text(Tree.Mapping map, String key) {
    return map.find(key).map(tree -> ((Tree.Scalar) tree).text());
  }

  private static @Nullable BigDecimal number(Tree.Mapping map, String key) {
    return text(map, key).map(BigDecimal::new).orElse(null);
  }

  private static Words words(Tree tree) {
    var map = (Tree.Mapping) tree;
    return new Words(text(map, "zh").orElseThrow(), text(map, "en").orElseThrow());
  }
}
