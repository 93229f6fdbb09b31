package org.ronghe.atlas.method;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ronghe.atlas.problem.ErrorCode;
import org.ronghe.atlas.problem.ProblemException;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// The methods that come with Ronghe, and those of a user's own file.
///
/// A file may be `based-on` a method that comes with Ronghe and then states only what differs.
public final class Methods {
  /// Ids of the methods that come with Ronghe, in the order they are listed.
  public static final List<String> IDS =
      List.of(
          "gii-2017",
          "gii-2018",
          "gii-2019",
          "gii-2020",
          "gii-2021",
          "gii-2022",
          "gii-2023",
          "gii-2024",
          "gii-2025",
          "nature-index",
          "custom");

  private static final String BASED_ON = "based-on";
  private static final String VALUE = "value";

  private Methods() {}

  /// The method with the id `name`, or the one in the YAML file at the path `name`.
  ///
  /// @throws ProblemException METHOD_UNKNOWN, or METHOD_INVALID naming every problem of the file
  public static Method of(String name) {
    if (IDS.contains(name)) {
      return read(bundled(name), name, "");
    }
    if (name.endsWith(".yaml") || name.endsWith(".yml")) {
      return read(file(Path.of(name)), name, "stated in " + Path.of(name).getFileName());
    }
    throw new ProblemException(ErrorCode.METHOD_UNKNOWN, name, String.join(", ", IDS));
  }

  private static Method read(Map<?, ?> tree, String name, String plainSource) {
    var file = new MethodFile(withBase(tree, name), plainSource);
    var method = MethodReader.read(file);
    var problems = file.problems();
    if (!problems.isEmpty()) {
      throw invalid(name, problems);
    }
    return method.orElseThrow();
  }

  private static Map<String, Object> withBase(Map<?, ?> tree, String name) {
    var own = new LinkedHashMap<String, Object>();
    tree.forEach((key, value) -> own.put(String.valueOf(key), value));
    var base = own.remove(BASED_ON);
    if (base == null) {
      return own;
    }
    if (!IDS.contains(String.valueOf(base))) {
      throw invalid(name, List.of("based-on: expected one of " + String.join(", ", IDS)));
    }
    var merged = withBase(bundled(String.valueOf(base)), String.valueOf(base));
    overlay(merged, own);
    return merged;
  }

  /// Puts `own` over `base`; a mapping with a `value` replaces as a whole.
  private static void overlay(Map<String, Object> base, Map<?, ?> own) {
    own.forEach((name, value) -> {
      var key = String.valueOf(name);
      if (value instanceof Map<?, ?> now
          && base.get(key) instanceof Map<?, ?> old
          && !now.containsKey(VALUE)
          && !old.containsKey(VALUE)) {
        var copy = new LinkedHashMap<String, Object>();
        old.forEach((k, v) -> copy.put(String.valueOf(k), v));
        overlay(copy, now);
        base.put(key, copy);
      } else {
        base.put(key, value);
      }
    });
  }

  private static Map<?, ?> bundled(String id) {
    try (InputStream in = Methods.class.getResourceAsStream("methods/" + id + ".yaml")) {
      if (in == null) {
        throw new IllegalStateException("no bundled method " + id);
      }
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), id);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<?, ?> file(Path path) {
    if (!Files.isRegularFile(path)) {
      throw new ProblemException(ErrorCode.FILE_MISSING, path);
    }
    try {
      return parse(Files.readString(path), path.toString());
    } catch (IOException e) {
      throw new ProblemException(ErrorCode.FILE_UNREADABLE, path, String.valueOf(e.getMessage()));
    }
  }

  private static Map<?, ?> parse(String yaml, String name) {
    try {
      var loaded = new Load(LoadSettings.builder().setLabel(name).build()).loadFromString(yaml);
      if (loaded instanceof Map<?, ?> map) {
        return map;
      }
      throw invalid(name, List.of("the file is not a mapping of keys to values"));
    } catch (YamlEngineException e) {
      throw invalid(name, List.of(String.valueOf(e.getMessage()).strip()));
    }
  }

  private static ProblemException invalid(String name, List<String> problems) {
    var lines = new ArrayList<String>();
    problems.forEach(p -> lines.add("\n  - " + p));
    return new ProblemException(
        ErrorCode.METHOD_INVALID, name, problems.size(), String.join("", lines));
  }
}
