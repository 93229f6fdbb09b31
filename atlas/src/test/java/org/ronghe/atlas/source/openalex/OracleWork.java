package org.ronghe.atlas.source.openalex;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ronghe.atlas.source.json.JacksonTree;

/// A work as an independent parser and a plain reading of the rules see it.
record OracleWork(String id, int year, String field, int persons, List<String> contributions) {
  @SuppressWarnings("unchecked")
  static OracleWork of(@Nullable Object tree) {
    var work = (Map<String, @Nullable Object>) java.util.Objects.requireNonNull(tree);
    var contributions = new ArrayList<String>();
    int person = 0;
    for (var authorship : objects(work, "authorships")) {
      for (var affiliation : affiliations(authorship)) {
        contributions.add(person + ":" + affiliation);
      }
      person++;
    }
    if (person == 0) {
      contributions.add("0:");
    }
    return new OracleWork(
        text(work, "id").replace("https://openalex.org/", ""),
        Integer.parseInt(text(work, "publication_year")),
        field(work),
        Math.max(1, person),
        contributions);
  }

  private static Set<String> affiliations(Map<String, @Nullable Object> authorship) {
    var found = new LinkedHashSet<String>();
    for (var institution : objects(authorship, "institutions")) {
      var id = text(institution, "id");
      var ror = text(institution, "ror");
      var name = text(institution, "display_name");
      if (!id.isEmpty() || !ror.isEmpty()) {
        found.add(last(id) + "/" + last(ror));
      } else if (!name.isBlank()) {
        found.add("\"" + name + "\"");
      }
    }
    for (var affiliation : objects(authorship, "affiliations")) {
      if (!(affiliation.get("institution_ids") instanceof List<?> ids) || ids.isEmpty()) {
        print(text(affiliation, "raw_affiliation_string"), found);
      }
    }
    if (found.isEmpty()) {
      print(text(authorship, "raw_affiliation_string"), found);
      if (authorship.get("raw_affiliation_strings") instanceof List<?> texts) {
        texts.forEach(text -> print(String.valueOf(text), found));
      }
    }
    if (found.isEmpty()) {
      found.add("");
    }
    return found;
  }

  private static void print(String statement, Set<String> into) {
    if (!statement.isBlank()) {
      into.add("\"" + statement + "\"");
    }
  }

  private static String field(Map<String, @Nullable Object> work) {
    if (work.get("primary_topic") instanceof Map<?, ?> topic
        && topic.get("field") instanceof Map<?, ?> field) {
      return String.valueOf(field.get("display_name"));
    }
    var best = "";
    double bestScore = -1;
    for (var concept : objects(work, "concepts")) {
      double score = Double.parseDouble(text(concept, "score"));
      if (text(concept, "level").equals("0") && score > bestScore) {
        bestScore = score;
        best = text(concept, "display_name");
      }
    }
    return best;
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, @Nullable Object>> objects(
      Map<String, @Nullable Object> of, String name) {
    return of.get(name) instanceof List<?> list
        ? (List<Map<String, @Nullable Object>>) list
        : List.of();
  }

  private static String text(Map<String, @Nullable Object> of, String name) {
    var value = of.get(name);
    return switch (value) {
      case null -> "";
      case JacksonTree.Numeral number -> number.text();
      default -> value.toString();
    };
  }

  private static String last(String id) {
    return id.substring(id.lastIndexOf('/') + 1);
  }
}
