package org.ronghe.platform.exchange.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// RIS, as databases of literature hand it out: a tag of two signs, two blanks, a hyphen, a value;
/// `TY` begins a record and `ER` ends it.
final class RisReader implements LineReader {
  private static final Pattern TAG = Pattern.compile("([A-Z][A-Z0-9]) {2}-(?: (.*))?");
  private static final int LONGEST_LINE = 100_000;

  @Override
  public void read(Path file, Taker taker)
      throws IOException, UnreadableFile, InterruptedException {
    taker.take(Records.header());
    try (BufferedReader in = TextFile.open(file)) {
      Map<String, String> record = new HashMap<>();
      long number = 0;
      long began = 0;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        number++;
        if (line.length() > LONGEST_LINE) {
          throw new UnreadableFile("exchange.unreadable.cell", number, LONGEST_LINE);
        }
        var tag = TAG.matcher(line.stripTrailing());
        if (!tag.matches()) {
          continue;
        }
        String value = tag.group(2) == null ? "" : tag.group(2).strip();
        switch (tag.group(1)) {
          case "TY" -> {
            if (!record.isEmpty()) {
              throw new UnreadableFile("exchange.unreadable.record", began);
            }
            record.put("TY", value);
            began = number;
          }
          case "ER" -> {
            if (!record.isEmpty()) {
              taker.take(line(began, record));
            }
            record = new HashMap<>();
          }
          default -> {
            if (!record.isEmpty()) {
              record.putIfAbsent(tag.group(1), value);
            }
          }
        }
      }
      if (!record.isEmpty()) {
        throw new UnreadableFile("exchange.unreadable.record", began);
      }
    } catch (CharacterCodingException e) {
      throw new UnreadableFile("exchange.unreadable.encoding");
    }
  }

  private static Line line(long number, Map<String, String> record) {
    String type = record.getOrDefault("TY", "").toUpperCase(Locale.ROOT);
    String title = first(record, "TI", "T1", "CT", "BT");
    boolean patent = type.equals("PAT");
    String kind =
        patent
            ? "patent"
            : type.equals("STAND") ? "standard" : type.equals("COMP") ? "software" : "publication";
    return Records.line(
        number,
        kind,
        title,
        Map.of(
            "year", Records.year(first(record, "PY", "Y1", "DA")),
            "doi", first(record, "DO"),
            "patent_number", patent ? first(record, "M1", "SN", "IS", "AN") : "",
            "homepage", first(record, "UR", "L2")));
  }

  private static String first(Map<String, String> record, String... tags) {
    for (String tag : tags) {
      String value = record.getOrDefault(tag, "");
      if (!value.isEmpty()) {
        return value;
      }
    }
    return "";
  }
}
