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
import org.ronghe.atlas.report.Json;
import org.ronghe.match.index.DocumentKind;
import org.ronghe.match.index.IndexView;
import org.ronghe.match.index.MatchDocument;
import org.ronghe.match.index.MatchIndex;
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
    var query = new MatchQuery(asking, kinds, Set.of(), Range.atLeast("--most", most, 1), true);
    List<Match> matches;
    try (Engine engine = Engine.open(common.threads());
        MatchIndex index = engine.index(folder);
        IndexView view = index.view()) {
      matches = engine.matcher().search(query, view);
    }
    if (console.json()) {
      console.out().println(Json.of(matches.stream().map(MatchSearchCommand::json).toList()));
    } else if (matches.isEmpty()) {
      console.out().println(messages.text("match.nothing"));
    } else {
      int place = 0;
      for (Match match : matches) {
        say(++place, match);
      }
    }
    return ExitCode.OK;
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
