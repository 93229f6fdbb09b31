package org.ronghe.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;

/// Works by Jackson's streaming parser.
final class JacksonWorks {
  private final JsonFactory factory;
  private final WorkTotals totals = new WorkTotals();

  private JacksonWorks(JsonFactory factory) {
    this.factory = factory;
  }

  static WorkTotals asItComes(Path file) throws IOException {
    return new JacksonWorks(new JsonFactory()).read(file);
  }

  /// Without keeping each field name: abstracts have every word as one.
  static WorkTotals tuned(Path file) throws IOException {
    var factory =
        JsonFactory.builder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();
    return new JacksonWorks(factory).read(file);
  }

  private WorkTotals read(Path file) throws IOException {
    LineReader.read(
        file,
        (bytes, from, to) -> {
          try (JsonParser json = factory.createParser(bytes, from, to - from)) {
            json.nextToken();
            long before = totals.authorships;
            work(json);
            totals.endWork(before);
          }
        });
    return totals;
  }

  private void work(JsonParser json) throws IOException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      switch (name) {
        case "id", "type" -> totals.text(json.getText());
        case "publication_year" -> totals.years += json.getIntValue();
        case "is_retracted" -> totals.retracted += isTrue(json);
        case "is_paratext" -> totals.paratext += isTrue(json);
        case "authorships" -> {
          while (json.nextToken() == JsonToken.START_OBJECT) {
            authorship(json);
          }
        }
        default -> json.skipChildren();
      }
    }
  }

  private void authorship(JsonParser json) throws IOException {
    totals.authorships++;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      JsonToken value = json.nextToken();
      switch (name) {
        case "institutions" -> {
          while (json.nextToken() == JsonToken.START_OBJECT) {
            institution(json);
          }
        }
        case "raw_affiliation_string" -> {
          if (value == JsonToken.VALUE_STRING) {
            totals.text(json.getText());
          }
        }
        case "raw_affiliation_strings" -> {
          while (json.nextToken() == JsonToken.VALUE_STRING) {
            totals.text(json.getText());
          }
        }
        default -> json.skipChildren();
      }
    }
  }

  private void institution(JsonParser json) throws IOException {
    totals.institutions++;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      JsonToken value = json.nextToken();
      if (value == JsonToken.VALUE_STRING && (name.equals("id") || name.equals("ror"))) {
        totals.text(json.getText());
      } else {
        json.skipChildren();
      }
    }
  }

  private static int isTrue(JsonParser json) throws IOException {
    return json.currentToken() == JsonToken.VALUE_TRUE ? 1 : 0;
  }
}
