package org.ronghe.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ronghe.atlas.report.Json;
import org.ronghe.match.index.DocumentKind;
import org.ronghe.match.index.DocumentVectors;
import org.ronghe.match.index.IndexView;
import org.ronghe.match.index.MatchDocument;
import org.ronghe.match.index.MatchIndex;
import org.ronghe.match.learn.DecisionModel;
import org.ronghe.match.learn.DecisionModelFile;
import org.ronghe.match.learn.LearnedOrder;
import org.ronghe.match.learn.PairReader;
import org.ronghe.match.learn.Precedent;
import org.ronghe.match.problem.MatchCode;
import org.ronghe.match.problem.MatchProblem;
import org.ronghe.match.quantity.Check;
import org.ronghe.match.search.Engine;
import org.ronghe.match.search.Match;
import org.ronghe.match.search.MatchQuery;
import org.ronghe.match.search.Why;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `ronghe match search`: the best answers to a need, each with its reasons.
@Command(name = "search")
final class MatchSearchCommand implements Callable<Integer> {
  /// So many of the first matches are put into the order that decisions taught.
  private static final int REORDERED = 100;

  private final Console console;
  private final Messages messages;

  @Parameters(index = "0", paramLabel = "INDEX", descriptionKey = "ronghe.match.search.index")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Path folder;

  @Parameters(index = "1", paramLabel = "NEED", descriptionKey = "ronghe.match.search.need")
  private String need = "";

  @Option(names = "--text", paramLabel = "TEXT")
  private String text = "";

  @Option(names = "--most", paramLabel = "N")
  private int most = 10;

  @Option(names = "--kind", paramLabel = "KIND")
  private Set<DocumentKind> kinds = Set.of();

  @Option(names = "--for-needs")
  private boolean forNeeds;

  @Option(names = "--model", paramLabel = "FILE")
  private @Nullable Path model;

  @Mixin private CommonOptions common = new CommonOptions();

  MatchSearchCommand(Console console) {
    this.console = console;
    messages = console.messages();
  }

  @Override
  public Integer call() throws IOException {
    if (!Files.exists(folder.resolve("current"))) {
      throw new MatchProblem(MatchCode.INDEX_MISSING, folder);
    }
    var asking =
        MatchDocument.of(
            "asked", forNeeds ? DocumentKind.ACHIEVEMENT : DocumentKind.NEED, need, text);
    int wanted = Range.atLeast("--most", most, 1);
    List<LearnedOrder> learned = List.of();
    List<Match> matches;
    try (Engine engine = Engine.open(common.threads());
        MatchIndex index = engine.index(folder);
        IndexView view = index.view()) {
      if (model == null) {
        matches =
            engine.matcher().search(new MatchQuery(asking, kinds, Set.of(), wanted, true), view);
      } else {
        learned = learned(engine, view, asking, wanted, DecisionModelFile.read(model));
        matches = learned.stream().map(LearnedOrder::match).toList();
      }
    }
    if (console.json()) {
      var rows = new ArrayList<Map<String, Object>>();
      for (int i = 0; i < matches.size(); i++) {
        Map<String, Object> row = json(matches.get(i));
        if (!learned.isEmpty()) {
          learned(row, learned.get(i));
        }
        rows.add(row);
      }
      console.out().println(Json.of(rows));
    } else if (matches.isEmpty()) {
      console.out().println(messages.text("match.nothing"));
    } else {
      for (int i = 0; i < matches.size(); i++) {
        say(i + 1, matches.get(i));
        if (!learned.isEmpty()) {
          say(learned.get(i));
        }
      }
    }
    return ExitCode.OK;
  }

  private List<LearnedOrder> learned(
      Engine engine, IndexView view, MatchDocument asking, int wanted, DecisionModel decisions)
      throws IOException {
    float[] vector = new DocumentVectors(engine.encoders(), 1).of(List.of(asking)).getFirst();
    var query = new MatchQuery(asking, kinds, Set.of(), Math.max(REORDERED, wanted), true);
    List<Match> found = engine.matcher().search(query, vector, view);
    var reader = new PairReader(engine.terms(), view);
    return LearnedOrder.of(decisions, reader, asking, vector, found).stream()
        .limit(wanted)
        .toList();
  }

  private void say(LearnedOrder learned) {
    var out = console.out();
    out.println("   " + messages.text("match.relevant-share", learned.relevantShare()));
    for (Precedent precedent : learned.precedents()) {
      out.println(
          "   "
              + messages.text(
                  "match.precedent", precedent.need(), precedent.offer(), precedent.level()));
    }
  }

  private static void learned(Map<String, Object> row, LearnedOrder learned) {
    row.put("value", learned.value());
    row.put("relevantShare", learned.relevantShare());
    var precedents = new ArrayList<Map<String, Object>>();
    for (Precedent precedent : learned.precedents()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("need", precedent.need());
      one.put("offer", precedent.offer());
      one.put("level", precedent.level());
      one.put("weight", precedent.weight());
      precedents.add(one);
    }
    row.put("precedents", precedents);
  }

  private void say(int place, Match match) {
    var out = console.out();
    String title =
        match.document().title().isBlank() ? match.document().id() : match.document().title();
    out.println("%d. %s  (%s)".formatted(place, title, match.document().id()));
    Why why = match.why();
    if (why == null) {
      return;
    }
    if (!why.terms().isEmpty()) {
      out.println("   " + messages.text("match.terms", String.join(" · ", why.terms())));
      out.println("   " + messages.text("match.asked", why.asked().marked("[", "]")));
      out.println("   " + messages.text("match.answered", why.answered().marked("[", "]")));
    }
    for (Check check : why.checks()) {
      String key = "match.check-" + check.verdict().name().toLowerCase(Locale.ROOT);
      String demand = (check.demand().about() + " " + check.demand().written()).strip();
      out.println("   " + messages.text(key, demand, check.stated()));
    }
    if (!why.codes().isEmpty()) {
      out.println("   " + messages.text("match.codes", String.join(", ", why.codes())));
    }
    if (!why.missing().isEmpty()) {
      out.println("   " + messages.text("match.missing", String.join(" · ", why.missing())));
    }
  }

  private static Map<String, Object> json(Match match) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", match.document().id());
    json.put("kind", match.document().kind().code());
    json.put("title", match.document().title());
    json.put("score", match.score());
    json.put("lexical", match.evidence().lexical());
    json.put("semantic", match.evidence().semantic());
    json.put("neighbours", match.evidence().neighbours());
    json.put("wordShare", match.evidence().wordShare());
    json.put("cosine", match.evidence().cosine());
    json.put("translated", match.evidence().translated());
    Why why = match.why();
    if (why != null) {
      json.put("terms", why.terms());
      json.put("asked", why.asked().marked("[", "]"));
      json.put("answered", why.answered().marked("[", "]"));
      json.put("checks", checks(why));
      json.put("codes", why.codes());
      json.put("missing", why.missing());
    }
    return json;
  }

  private static List<Map<String, Object>> checks(Why why) {
    var checks = new ArrayList<Map<String, Object>>();
    for (Check check : why.checks()) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("about", check.demand().about());
      json.put("demand", check.demand().written());
      json.put("verdict", check.verdict().name().toLowerCase(Locale.ROOT));
      json.put("stated", check.stated());
      checks.add(json);
    }
    return checks;
  }
}
