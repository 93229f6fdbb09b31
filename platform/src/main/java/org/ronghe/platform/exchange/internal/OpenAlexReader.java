package org.ronghe.platform.exchange.internal;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Works of OpenAlex as JSON: one a line, an array, or an answer of its API with `results`.
final class OpenAlexReader implements LineReader {
  private static final int DEEPEST = 60;
  private static final int LONGEST = 5_000_000;

  private long number = 1;

  @Override
  public void read(Path file, Taker taker)
      throws IOException, UnreadableFile, InterruptedException {
    taker.take(Records.header());
    var mapper =
        JsonMapper.builder(
                JsonFactory.builder()
                    .streamReadConstraints(
                        StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxStringLength(LONGEST)
                            .build())
                    .build())
            .build();
    try (Reader in = TextFile.open(file);
        JsonParser json = mapper.createParser(in)) {
      json.nextToken();
      while (json.currentToken() != null) {
        if (json.currentToken() == JsonToken.START_ARRAY) {
          array(json, taker);
        } else if (json.currentToken() == JsonToken.START_OBJECT) {
          JsonNode node = json.readValueAsTree();
          if (node.path("results").isArray()) {
            for (JsonNode work : node.path("results")) {
              work(work, taker);
            }
          } else {
            work(node, taker);
          }
        } else {
          throw new UnreadableFile("exchange.unreadable.json");
        }
        json.nextToken();
      }
    } catch (JacksonException e) {
      throw new UnreadableFile("exchange.unreadable.json");
    }
  }

  private void array(JsonParser json, Taker taker) throws UnreadableFile, InterruptedException {
    while (json.nextToken() == JsonToken.START_OBJECT) {
      work(json.readValueAsTree(), taker);
    }
    if (json.currentToken() != JsonToken.END_ARRAY) {
      throw new UnreadableFile("exchange.unreadable.json");
    }
  }

  /// Several may stand on one line of the file: they are counted instead.
  private void work(JsonNode work, Taker taker) throws UnreadableFile, InterruptedException {
    number++;
    String title = text(work, "title").isEmpty() ? text(work, "display_name") : text(work, "title");
    JsonNode year = work.path("publication_year");
    taker.take(
        Records.line(
            number,
            "publication",
            title,
            Map.of(
                "year", year.isIntegralNumber() ? year.asString() : "",
                "doi", text(work, "doi").replaceFirst("^https?://(dx\\.)?doi\\.org/", ""),
                "homepage", text(work, "id"))));
  }

  private static String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isString() ? value.asString() : "";
  }
}
