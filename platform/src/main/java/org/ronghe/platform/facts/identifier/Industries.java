package org.ronghe.platform.facts.identifier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Sections and divisions of GB/T 4754-2017 国民经济行业分类, in the standard's order.
public final class Industries {
  /// The classification as shipped.
  public static final Industries CLASSIFICATION = read();

  private final Map<String, Industry> byCode = new LinkedHashMap<>();
  private final Map<String, Industry> byDivision = new LinkedHashMap<>();

  private Industries() {}

  /// All sections, each followed by its divisions.
  public List<Industry> all() {
    return List.copyOf(byCode.values());
  }

  /// The section or division of that code.
  public Optional<Industry> find(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /// The division of two digits.
  public Optional<Industry> findDivision(String digits) {
    return Optional.ofNullable(byDivision.get(digits));
  }

  private static Industries read() {
    var industries = new Industries();
    try (var file = Industries.class.getResourceAsStream("gbt4754-2017.tsv")) {
      if (file == null) {
        throw new IllegalStateException("gbt4754-2017.tsv is not on the class path");
      }
      new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(line -> industries.add(line.split("\t", -1)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return industries;
  }

  private void add(String[] fields) {
    var industry = new Industry(fields[0], fields[1], fields[2]);
    byCode.put(industry.code(), industry);
    if (industry.code().length() > 1) {
      byDivision.put(industry.code().substring(1), industry);
    }
  }
}
