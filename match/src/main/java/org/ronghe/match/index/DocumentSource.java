package org.ronghe.match.index;

import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A document as the index keeps it beside its terms: enough to show it, to explain it, and to make
/// the index anew.
final class DocumentSource {
  private static final JsonMapper JSON = JsonMapper.shared();

  private DocumentSource() {}

  static String write(MatchDocument document) {
    var node = JSON.createObjectNode();
    node.put("id", document.id());
    node.put("kind", document.kind().code());
    var owners = node.putArray("owners");
    document.owners().forEach(owners::add);
    node.put("title", document.title());
    node.put("text", document.text());
    var keywords = node.putArray("keywords");
    document.keywords().forEach(keywords::add);
    var codes = node.putArray("codes");
    document.codes().forEach(codes::add);
    return node.toString();
  }

  static MatchDocument read(String json) {
    JsonNode node = JSON.readTree(json);
    return new MatchDocument(
        node.get("id").asString(),
        DocumentKind.valueOf(node.get("kind").asString().toUpperCase(Locale.ROOT)),
        strings(node.path("owners")),
        node.get("title").asString(),
        node.get("text").asString(),
        strings(node.get("keywords")),
        strings(node.get("codes")));
  }

  private static List<String> strings(JsonNode array) {
    return array.valueStream().map(JsonNode::asString).toList();
  }
}
