package org.ronghe.match.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.ronghe.match.problem.MatchCode;
import org.ronghe.match.problem.MatchProblem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads files of records in the forms that collections come in, told apart by how they begin: JSON
/// lines or one JSON array, TREC (`<DOC>`), SMART (`.I`, as Cranfield), CSV or TSV with a head, and
/// TSV without one. Plain or gzip, UTF-8; bytes that are no UTF-8 are read as Latin-1.
public final class RecordFile {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final List<String> ID_NAMES =
      List.of(
          "id",
          "_id",
          "docno",
          "doc_id",
          "docid",
          "qid",
          "query_id",
          "guid",
          "num",
          "no",
          "number",
          "编号");
  private static final Pattern TREC_DOCUMENT =
      Pattern.compile("<(doc|top)>(.*?)</\\1>", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern TREC_TAG =
      Pattern.compile("<([a-z]+)>(.*?)(?=</?[a-z]+>|$)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern PARSERS_OWN =
      Pattern.compile("\\s*\\((?:start marker )?at \\[.*", Pattern.DOTALL);
  private static final int PREFIX = 4096;

  private RecordFile() {}

  /// All records in the order of the file.
  ///
  /// @throws MatchProblem where a line cannot be read, or there is none
  public static List<TextRecord> read(Path file) throws IOException {
    String text = text(file);
    String start = text.substring(0, Math.min(PREFIX, text.length())).stripLeading();
    String lower = start.toLowerCase(Locale.ROOT);
    List<TextRecord> records;
    if (start.startsWith("{") || start.startsWith("[")) {
      records = json(file, text);
    } else if (lower.startsWith("<doc>") || lower.startsWith("<top>")) {
      records = trec(text);
    } else if (start.startsWith(".I ")) {
      records = smart(text);
    } else {
      records = Tables.read(file, text, ID_NAMES);
    }
    if (records.isEmpty()) {
      throw new MatchProblem(MatchCode.DOCUMENTS_EMPTY, file);
    }
    return records;
  }

  /// The whole text of a file, unpacked if it is gzip.
  static String text(Path file) throws IOException {
    byte[] bytes;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      in.mark(2);
      boolean packed = in.read() == 0x1f && in.read() == 0x8b;
      in.reset();
      bytes = packed ? new GZIPInputStream(in).readAllBytes() : in.readAllBytes();
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (text.indexOf('\uFFFD') >= 0) {
      text = new String(bytes, StandardCharsets.ISO_8859_1);
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static List<TextRecord> json(Path file, String text) {
    var records = new ArrayList<TextRecord>();
    if (text.stripLeading().startsWith("[")) {
      try {
        int number = 0;
        for (JsonNode node : JSON.readTree(text)) {
          records.add(record(node, ++number));
        }
      } catch (JacksonException e) {
        throw unreadable(file, Math.max(1, e.getLocation().getLineNr()), e);
      }
      return records;
    }
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      if (!line.isBlank()) {
        try {
          records.add(record(JSON.readTree(line), number));
        } catch (JacksonException e) {
          throw unreadable(file, number, e);
        }
      }
    }
    return records;
  }

  /// What is wrong with a line of JSON, without what only the parser's author understands.
  public static MatchProblem unreadable(Path file, int line, JacksonException problem) {
    String said =
        PARSERS_OWN.matcher(String.valueOf(problem.getOriginalMessage())).replaceAll("").strip();
    return new MatchProblem(MatchCode.DOCUMENTS_UNREADABLE, file, line, said);
  }

  private static TextRecord record(JsonNode node, int number) {
    Map<String, String> values = new LinkedHashMap<>();
    node.properties()
        .forEach(
            entry -> values.put(entry.getKey().toLowerCase(Locale.ROOT), text(entry.getValue())));
    return new TextRecord(id(values, number), values);
  }

  /// A list is its values with tabs between them.
  private static String text(JsonNode node) {
    if (node.isArray()) {
      return String.join("\t", node.valueStream().map(RecordFile::text).toList());
    }
    return node.isValueNode() ? node.asString("") : node.toString();
  }

  static String id(Map<String, String> values, int number) {
    for (String name : ID_NAMES) {
      String id = values.get(name);
      if (id != null && !id.isBlank()) {
        return id.strip();
      }
    }
    return Integer.toString(number);
  }

  private static List<TextRecord> trec(String text) {
    var records = new ArrayList<TextRecord>();
    Matcher document = TREC_DOCUMENT.matcher(text);
    while (document.find()) {
      Map<String, String> values = new LinkedHashMap<>();
      Matcher tag = TREC_TAG.matcher(document.group(2));
      while (tag.find()) {
        String value =
            tag.group(2).strip().replaceFirst("(?i)^(number|topic|description|narrative):", "");
        values.merge(tag.group(1).toLowerCase(Locale.ROOT), value.strip(), (a, b) -> a + "\n" + b);
      }
      records.add(new TextRecord(id(values, records.size() + 1), values));
    }
    return records;
  }

  /// `.I id`, then sections `.T` title, `.A` authors, `.B` where published, `.W` text.
  private static List<TextRecord> smart(String text) {
    var records = new ArrayList<TextRecord>();
    for (String document : text.split("(?m)^\\.I ", -1)) {
      if (document.isBlank()) {
        continue;
      }
      Map<String, String> values = new LinkedHashMap<>();
      String[] sections = document.split("(?m)^\\.(?=[A-Z]\\s*$)", -1);
      for (String section : List.of(sections).subList(1, sections.length)) {
        String name =
            switch (section.charAt(0)) {
              case 'T' -> "title";
              case 'W' -> "text";
              case 'A' -> "authors";
              case 'B' -> "source";
              case 'K' -> "keywords";
              default -> section.substring(0, 1).toLowerCase(Locale.ROOT);
            };
        values.put(name, section.substring(1).replaceAll("\\s+", " ").strip());
      }
      records.add(new TextRecord(sections[0].strip(), values));
    }
    return records;
  }
}
