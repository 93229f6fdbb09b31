package org.ronghe.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.ronghe.atlas.report.Json;
import org.ronghe.match.duplicate.Duplicate;
import org.ronghe.match.duplicate.DuplicateFinder;
import org.ronghe.match.duplicate.RewordedCopies;
import org.ronghe.match.duplicate.RewordedCopy;
import org.ronghe.match.duplicate.SharedPassage;
import org.ronghe.match.index.DocumentKind;
import org.ronghe.match.search.Engine;
import org.ronghe.match.source.DocumentFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `ronghe match duplicates`: texts of a file that share passages, with the passages.
@Command(name = "duplicates")
final class MatchDuplicatesCommand implements Callable<Integer> {
  private static final int SHOWN_LETTERS = 60;

  private final Console console;

  @Parameters(paramLabel = "FILE", descriptionKey = "ronghe.match.duplicates.file")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Path file;

  @Option(names = "--reworded")
  private boolean reworded;

  @Mixin private CommonOptions common = new CommonOptions();

  MatchDuplicatesCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    List<DuplicateFinder.Text> texts =
        DocumentFile.read(file, DocumentKind.ACHIEVEMENT).stream()
            .map(document -> new DuplicateFinder.Text(document.id(), document.whole()))
            .toList();
    Map<String, String> byId = new HashMap<>();
    texts.forEach(text -> byId.putIfAbsent(text.id(), text.text()));
    List<Duplicate> duplicates = DuplicateFinder.find(texts);
    List<RewordedCopy> copies = reworded ? reworded(texts, duplicates) : List.of();
    if (console.json()) {
      var all =
          new ArrayList<>(duplicates.stream().map(duplicate -> json(duplicate, byId)).toList());
      copies.forEach(copy -> all.add(json(copy, byId)));
      console.out().println(Json.of(all));
      return ExitCode.OK;
    }
    Messages messages = console.messages();
    for (Duplicate duplicate : duplicates) {
      console
          .out()
          .println(
              messages.text(
                  "match.duplicate-" + relation(duplicate),
                  duplicate.first(),
                  duplicate.second(),
                  duplicate.firstShare(),
                  duplicate.secondShare()));
      for (SharedPassage passage : duplicate.passages()) {
        String text = text(duplicate, passage, byId);
        console
            .out()
            .println(
                "  "
                    + (text.length() > SHOWN_LETTERS
                        ? text.substring(0, SHOWN_LETTERS) + "…"
                        : text));
      }
    }
    for (RewordedCopy copy : copies) {
      console
          .out()
          .println(
              messages.text(
                  copy.translated() ? "match.duplicate-translated" : "match.duplicate-reworded",
                  copy.first(),
                  copy.second()));
      for (RewordedCopy.Alike alike : copy.passages()) {
        console
            .out()
            .println(
                "  %s ≈ %s"
                    .formatted(
                        shortened(byId, copy.first(), alike.firstFrom(), alike.firstTo()),
                        shortened(byId, copy.second(), alike.secondFrom(), alike.secondTo())));
      }
    }
    console.err().println(messages.text("match.duplicates", texts.size(), duplicates.size()));
    if (reworded) {
      console.err().println(messages.text("match.duplicates-reworded", copies.size()));
    }
    return ExitCode.OK;
  }

  /// Those that are not told already, word for word.
  private List<RewordedCopy> reworded(
      List<DuplicateFinder.Text> texts, List<Duplicate> duplicates) {
    Set<List<String>> told = new HashSet<>();
    duplicates.forEach(one -> told.add(List.of(one.first(), one.second())));
    try (Engine engine = Engine.open(common.threads())) {
      return new RewordedCopies(engine.encoders(), engine.bridge(), engine.threads())
          .find(texts).stream()
              .filter(copy -> !told.contains(List.of(copy.first(), copy.second())))
              .toList();
    }
  }

  private static String shortened(Map<String, String> byId, String id, int from, int to) {
    String text = byId.getOrDefault(id, "").substring(from, to).replaceAll("\\s+", " ");
    return text.length() > SHOWN_LETTERS ? text.substring(0, SHOWN_LETTERS) + "…" : text;
  }

  private static Map<String, Object> json(RewordedCopy copy, Map<String, String> byId) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("first", copy.first());
    json.put("second", copy.second());
    json.put("relation", copy.translated() ? "translated" : "reworded");
    json.put("strength", copy.strength());
    var passages = new ArrayList<Map<String, Object>>();
    for (RewordedCopy.Alike alike : copy.passages()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put(
          "text",
          byId.getOrDefault(copy.first(), "").substring(alike.firstFrom(), alike.firstTo()));
      one.put("firstFrom", alike.firstFrom());
      one.put("firstTo", alike.firstTo());
      one.put("secondFrom", alike.secondFrom());
      one.put("secondTo", alike.secondTo());
      one.put("closeness", alike.closeness());
      passages.add(one);
    }
    json.put("passages", passages);
    return json;
  }

  private static String relation(Duplicate duplicate) {
    return duplicate.relation().name().toLowerCase(Locale.ROOT);
  }

  private static String text(Duplicate duplicate, SharedPassage passage, Map<String, String> byId) {
    return byId.getOrDefault(duplicate.first(), "")
        .substring(passage.firstFrom(), passage.firstTo())
        .replaceAll("\\s+", " ");
  }

  private static Map<String, Object> json(Duplicate duplicate, Map<String, String> byId) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("first", duplicate.first());
    json.put("second", duplicate.second());
    json.put("relation", relation(duplicate));
    json.put("firstShare", duplicate.firstShare());
    json.put("secondShare", duplicate.secondShare());
    json.put(
        "passages",
        duplicate.passages().stream()
            .map(passage -> {
              Map<String, Object> one = new LinkedHashMap<>();
              one.put("text", text(duplicate, passage, byId));
              one.put("firstFrom", passage.firstFrom());
              one.put("firstTo", passage.firstTo());
              one.put("secondFrom", passage.secondFrom());
              one.put("secondTo", passage.secondTo());
              return one;
            })
            .toList());
    return json;
  }
}
