package org.ronghe.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ronghe.atlas.report.Json;
import org.ronghe.match.index.DocumentKind;
import org.ronghe.match.index.MatchDocument;
import org.ronghe.match.index.MatchIndex;
import org.ronghe.match.search.Engine;
import org.ronghe.match.source.DocumentFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `ronghe match index`: documents into an index that can be searched.
@Command(name = "index")
final class MatchIndexCommand implements Callable<Integer> {
  private static final int AT_ONCE = 1024;

  private final Console console;

  @Parameters(paramLabel = "DOCS", arity = "1..*", descriptionKey = "ronghe.match.index.documents")
  private List<Path> files = List.of();

  @Option(names = "--out", paramLabel = "INDEX", required = true)
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Path out;

  @Option(names = "--kind", paramLabel = "KIND")
  private DocumentKind kind = DocumentKind.ACHIEVEMENT;

  @Mixin private CommonOptions common = new CommonOptions();

  MatchIndexCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    var documents = new ArrayList<MatchDocument>();
    for (Path file : files) {
      documents.addAll(DocumentFile.read(file, kind));
    }
    int size;
    try (Engine engine = Engine.open(common.threads());
        MatchIndex index = engine.index(out)) {
      if (!index.fits()) {
        index.renew();
      }
      for (int from = 0; from < documents.size(); from += AT_ONCE) {
        index.put(documents.subList(from, Math.min(documents.size(), from + AT_ONCE)));
      }
      index.commit(files.getLast().toString());
      index.settle(true);
      size = index.size();
    }
    if (console.json()) {
      Map<String, Object> summary = new LinkedHashMap<>();
      summary.put("documents", documents.size());
      summary.put("size", size);
      summary.put("index", out.toString());
      console.out().println(Json.of(summary));
    } else {
      console.err().println(console.messages().text("match.indexed", documents.size(), out, size));
    }
    return ExitCode.OK;
  }
}
