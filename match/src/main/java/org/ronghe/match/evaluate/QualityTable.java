package org.ronghe.match.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.ronghe.match.duplicate.LinkedRecord;
import org.ronghe.match.duplicate.RecordLinker;
import org.ronghe.match.index.DocumentKind;
import org.ronghe.match.index.MatchDocument;
import org.ronghe.match.organisation.AffiliationCase;
import org.ronghe.match.organisation.NameEvaluation;
import org.ronghe.match.organisation.OrganisationRegister;
import org.ronghe.match.organisation.RorFile;
import org.ronghe.match.search.Engine;
import org.ronghe.match.source.DocumentFile;
import org.ronghe.match.source.Judgement;
import org.ronghe.match.source.JudgementFile;
import org.ronghe.match.source.RecordFile;

/// The engine's quality on the judged collections beside the project.
public final class QualityTable {
  private static final int DEPTH = 1000;

  private final Engine engine;
  private final Path data;
  private final Path scratch;

  /// @param data folder that holds `match` and `ror`
  /// @param scratch an empty folder for indexes
  public QualityTable(Engine engine, Path data, Path scratch) {
    this.engine = engine;
    this.data = data;
    this.scratch = scratch;
  }

  /// A judged collection.
  public enum Collection {
    NEEDS("needs-achievements"),
    CRANFIELD("cranfield"),
    CHINESE_TO_ENGLISH("ntrex"),
    HIDDEN_HALVES("csl"),
    REWORDED_COPIES("csl"),
    TRANSLATED_COPIES("ntrex"),
    SAME_RECORDS("dblp-acm"),
    AFFILIATIONS("organisations");

    private final String folder;

    Collection(String folder) {
      this.folder = folder;
    }

    /// Its name in tables.
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// Where a collection lies.
  public Path folder(Collection collection) {
    return data.resolve("match").resolve(collection.folder);
  }

  /// The figures of a collection: measure → value as text.
  public Map<String, String> measure(Collection collection) throws IOException {
    Path folder = folder(collection);
    return switch (collection) {
      case NEEDS -> needs(folder);
      case CRANFIELD -> cranfield(folder);
      case CHINESE_TO_ENGLISH -> sentences(folder.resolve("zh-en.tsv"));
      case HIDDEN_HALVES -> CopyCases.halves(folder.resolve("summary-test.tsv"));
      case REWORDED_COPIES -> CopyCases.reworded(engine, folder.resolve("summary-test.tsv"));
      case TRANSLATED_COPIES -> CopyCases.translated(engine, folder.resolve("zh-en.tsv"));
      case SAME_RECORDS -> records(folder);
      case AFFILIATIONS -> affiliations(folder.resolve("crossref-affiliations-ror.json"));
    };
  }

  private Map<String, String> needs(Path folder) throws IOException {
    List<MatchDocument> needs = DocumentFile.read(folder.resolve("needs.jsonl"), DocumentKind.NEED);
    List<Judgement> judgements = JudgementFile.read(folder.resolve("qrels.tsv"));
    var outcome =
        run(
            new EvaluationRequest(Gain.LEVEL, 3, true, DEPTH, QueryNames.GIVEN, "qrels.tsv", true),
            needs,
            DocumentFile.read(folder.resolve("achievements.tsv"), DocumentKind.ACHIEVEMENT),
            judgements,
            "needs");
    Map<String, String> figures = chosen(outcome, "ndcg@10", "spearman", "spearman-pooled");
    figures.putAll(
        chosen(
            LearningTable.of(outcome.decisions(), Gain.LEVEL, 3),
            "learned-ndcg@10",
            "learned-spearman-pooled",
            "level"));
    return figures;
  }

  private Map<String, String> cranfield(Path folder) throws IOException {
    var outcome =
        run(
            new EvaluationRequest(Gain.BINARY, 1, false, DEPTH, QueryNames.AUTO, "cranqrel", false),
            DocumentFile.read(folder.resolve("cran.qry"), DocumentKind.NEED),
            DocumentFile.read(folder.resolve("cran.all.1400.gz"), DocumentKind.PAPER),
            JudgementFile.read(folder.resolve("cranqrel")),
            "cranfield");
    return chosen(outcome, "ndcg@10", "recall@10", "recall@100", "mrr");
  }

  private Map<String, String> sentences(Path file) throws IOException {
    var chinese = new ArrayList<MatchDocument>();
    var english = new ArrayList<MatchDocument>();
    var judgements = new ArrayList<Judgement>();
    for (var record : RecordFile.read(file)) {
      String number = Integer.toString(chinese.size() + 1);
      chinese.add(MatchDocument.of(number, DocumentKind.NEED, record.id(), ""));
      english.add(MatchDocument.of("e" + number, DocumentKind.PAPER, record.first("title"), ""));
      judgements.add(new Judgement(number, "e" + number, 1));
    }
    var request =
        new EvaluationRequest(Gain.BINARY, 1, false, DEPTH, QueryNames.GIVEN, "zh-en.tsv", false);
    return chosen(
        run(request, chinese, english, judgements, "sentences"), "recall@1", "recall@10", "mrr");
  }

  private EvaluationRun.Outcome run(
      EvaluationRequest request,
      List<MatchDocument> queries,
      List<MatchDocument> documents,
      List<Judgement> judgements,
      String name)
      throws IOException {
    return new EvaluationRun(engine, request)
        .run(queries, documents, judgements, scratch.resolve(name));
  }

  private static Map<String, String> chosen(EvaluationRun.Outcome outcome, String... names) {
    return chosen(outcome.evaluation().measures(), names);
  }

  private static Map<String, String> chosen(Map<String, Interval> all, String... names) {
    Map<String, String> chosen = new LinkedHashMap<>();
    for (String name : names) {
      Interval interval = all.get(name);
      if (interval != null) {
        chosen.put(
            name,
            "%s (%s–%s, n = %d)"
                .formatted(
                    figure(interval.mean()),
                    figure(interval.low()),
                    figure(interval.high()),
                    interval.queries()));
      }
    }
    return chosen;
  }

  private static Map<String, String> records(Path folder) throws IOException {
    var links =
        RecordLinker.link(
            bibliography(folder.resolve("DBLP2.csv")), bibliography(folder.resolve("ACM.csv")));
    Set<String> truth = new HashSet<>();
    for (var record : RecordFile.read(folder.resolve("DBLP-ACM_perfectMapping.csv"))) {
      truth.add(record.id() + "," + record.first("title", "idacm"));
    }
    // The file may have a head of its own, whose columns then have names.
    long right =
        links.stream().filter(link -> truth.contains(link.left() + "," + link.right())).count();
    double precision = (double) right / links.size();
    double recall = (double) right / truth.size();
    return Map.of("F1", figure(2 * precision * recall / (precision + recall)));
  }

  private static List<LinkedRecord> bibliography(Path file) throws IOException {
    return RecordFile.read(file).stream()
        .map(record ->
            new LinkedRecord(
                record.id(),
                record.first("title"),
                Stream.of(record.first("authors").split(",", -1)).toList(),
                record.first("venue"),
                Integer.parseInt(record.first("year"))))
        .toList();
  }

  private Map<String, String> affiliations(Path file) throws IOException {
    var register = new OrganisationRegister(RorFile.read(data.resolve("ror/ror-subset.jsonl.gz")));
    NameEvaluation result = NameEvaluation.of(register, AffiliationCase.read(file));
    Map<String, String> figures = new LinkedHashMap<>();
    figures.put("precision", figure(result.precision()) + " (n = " + result.strings() + ")");
    figures.put("recall", figure(result.recall()));
    return figures;
  }

  static String figure(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }
}
