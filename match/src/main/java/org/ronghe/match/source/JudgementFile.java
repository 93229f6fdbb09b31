package org.ronghe.match.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ronghe.match.problem.MatchCode;
import org.ronghe.match.problem.MatchProblem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads judgements: TREC qrels (`query 0 document level`), the same with three columns, or JSON
/// lines. Blanks, tabs, commas and semicolons part columns; a head is skipped.
public final class JudgementFile {
  private static final JsonMapper JSON = JsonMapper.shared();

  private JudgementFile() {}

  /// All judgements in the order of the file.
  ///
  /// @throws MatchProblem where a line cannot be read, or there is none
  public static List<Judgement> read(Path file) throws IOException {
    var judgements = new ArrayList<Judgement>();
    int number = 0;
    for (String line : RecordFile.text(file).split("\n", -1)) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      if (line.stripLeading().startsWith("{")) {
        judgements.add(json(file, number, line));
        continue;
      }
      String[] columns = line.strip().split("[\\s,;]+", -1);
      String level = columns[columns.length - 1];
      if (columns.length < 3 || columns.length > 4 || !level.matches("[+-]?\\d+(\\.\\d+)?")) {
        if (judgements.isEmpty() && number == 1) {
          continue; // a head
        }
        throw new MatchProblem(MatchCode.JUDGEMENTS_UNREADABLE, file, number, line.strip());
      }
      judgements.add(
          new Judgement(
              columns[0],
              columns[columns.length - 2],
              (int) Math.round(Double.parseDouble(level))));
    }
    if (judgements.isEmpty()) {
      throw new MatchProblem(MatchCode.DOCUMENTS_EMPTY, file);
    }
    return judgements;
  }

  private static Judgement json(Path file, int number, String line) {
    try {
      JsonNode node = JSON.readTree(line);
      return new Judgement(
          text(node, "query", "query_id", "query-id", "qid", "need"),
          text(node, "document", "doc", "doc_id", "corpus-id", "docid", "achievement"),
          (int) Math.round(Double.parseDouble(text(node, "level", "relevance", "score", "rel"))));
    } catch (JacksonException | NumberFormatException e) {
      throw new MatchProblem(
          MatchCode.JUDGEMENTS_UNREADABLE, file, number, line.strip().toLowerCase(Locale.ROOT));
    }
  }

  private static String text(JsonNode node, String... names) {
    for (String name : names) {
      if (node.hasNonNull(name)) {
        return node.get(name).asString();
      }
    }
    return "";
  }
}
