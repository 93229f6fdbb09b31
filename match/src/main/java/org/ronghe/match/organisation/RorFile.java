package org.ronghe.match.organisation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.ronghe.match.problem.MatchCode;
import org.ronghe.match.problem.MatchProblem;
import org.ronghe.match.source.RecordFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads organisations of the Research Organization Registry, schema 1 and 2, as JSON lines, plain
/// or gzip.
public final class RorFile {
  private static final JsonMapper JSON = JsonMapper.shared();

  private RorFile() {}

  /// All organisations that were not withdrawn, in the order of the file.
  ///
  /// @throws MatchProblem where a line is no JSON, or no record has a name
  public static List<Organisation> read(Path file) throws IOException {
    var organisations = new ArrayList<Organisation>();
    boolean packed = file.toString().endsWith(".gz");
    try (InputStream in = Files.newInputStream(file);
        var reader =
            new BufferedReader(
                new InputStreamReader(
                    packed ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8))) {
      int number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (!line.isBlank()) {
          JsonNode node = node(file, number, line);
          boolean named = node.has("names") || !text(node, "name").isBlank();
          if (named && !text(node, "status").equals("withdrawn")) {
            organisations.add(node.has("names") ? second(node) : first(node));
          }
        }
      }
      if (organisations.isEmpty()) {
        throw new MatchProblem(MatchCode.RECORDS_WITHOUT, file, number, "name, names");
      }
    }
    return organisations;
  }

  private static JsonNode node(Path file, int number, String line) {
    try {
      return JSON.readTree(line);
    } catch (JacksonException e) {
      throw RecordFile.unreadable(file, number, e);
    }
  }

  private static Organisation second(JsonNode node) {
    Set<String> names = new LinkedHashSet<>();
    Set<String> acronyms = new LinkedHashSet<>();
    for (JsonNode name : node.path("names")) {
      List<String> types = name.path("types").valueStream().map(JsonNode::asString).toList();
      if (types.contains("ror_display")) {
        names.add(text(name, "value"));
      }
    }
    for (JsonNode name : node.path("names")) {
      List<String> types = name.path("types").valueStream().map(JsonNode::asString).toList();
      (types.equals(List.of("acronym")) ? acronyms : names).add(text(name, "value"));
    }
    var places = new ArrayList<String>();
    String country = "";
    for (JsonNode location : node.path("locations")) {
      JsonNode details = location.path("geonames_details");
      places.add(text(details, "name"));
      places.add(text(details, "country_subdivision_name"));
      country = text(details, "country_code");
    }
    return organisation(node, names, acronyms, places, country);
  }

  private static Organisation first(JsonNode node) {
    Set<String> names = new LinkedHashSet<>();
    names.add(text(node, "name"));
    node.path("labels").forEach(label -> names.add(text(label, "label")));
    node.path("aliases").forEach(alias -> names.add(alias.asString()));
    Set<String> acronyms = new LinkedHashSet<>();
    node.path("acronyms").forEach(acronym -> acronyms.add(acronym.asString()));
    var places = new ArrayList<String>();
    for (JsonNode address : node.path("addresses")) {
      places.add(text(address, "city"));
      places.add(text(address, "state"));
      places.add(text(address.path("geonames_city").path("geonames_admin1"), "name"));
    }
    String country = text(node.path("country"), "country_code");
    return organisation(node, names, acronyms, places, country);
  }

  private static Organisation organisation(
      JsonNode node, Set<String> names, Set<String> acronyms, List<String> places, String country) {
    boolean parent = false;
    for (JsonNode relation : node.path("relationships")) {
      String type = text(relation, "type").toLowerCase(Locale.ROOT);
      parent |= type.equals("child");
    }
    return new Organisation(
        text(node, "id"),
        List.copyOf(names),
        List.copyOf(acronyms),
        places.stream().filter(place -> !place.isBlank()).distinct().toList(),
        country,
        text(node, "status").equals("active"),
        parent);
  }

  private static String text(JsonNode node, String name) {
    JsonNode value = node.path(name);
    return value.isNull() || value.isMissingNode() ? "" : value.asString("");
  }
}
