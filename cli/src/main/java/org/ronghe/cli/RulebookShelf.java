package org.ronghe.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ronghe.atlas.problem.ErrorCode;
import org.ronghe.atlas.problem.FileTrouble;
import org.ronghe.atlas.problem.ProblemException;
import org.ronghe.atlas.report.Json;
import org.ronghe.platform.facts.dictionary.Dictionary;
import org.ronghe.platform.rulebooks.NodeFactTypes;
import org.ronghe.rules.Rulebooks;
import org.ronghe.rules.book.Rulebook;
import org.ronghe.rules.book.RulebookReader;
import org.ronghe.rules.fact.FactTypes;
import org.ronghe.rules.link.Library;
import org.ronghe.rules.link.Program;
import org.ronghe.rules.source.Language;
import org.ronghe.rules.source.Nearest;
import org.ronghe.rules.source.Problem;
import org.ronghe.rules.source.ProblemText;
import org.ronghe.rules.source.Problems;

/// The rulebooks a command is about: those that come with Ronghe, and those of files, which take
/// the place of bundled ones of the same id.
final class RulebookShelf {
  private final Console console;
  private final FactTypes types = new NodeFactTypes(Dictionary.shipped());
  private final Problems problems = new Problems();
  private final Set<String> wanted = new LinkedHashSet<>();
  private final Library library;

  /// Reads what is named.
  ///
  /// @param names ids and paths; all bundled rulebooks where there are none
  RulebookShelf(Console console, List<String> names) {
    this.console = console;
    Map<String, Rulebook> rulebooks = new LinkedHashMap<>();
    var bundled = new Problems();
    Rulebooks.read(bundled).forEach(rulebook -> rulebooks.put(rulebook.id(), rulebook));
    for (String name : names) {
      if (isPath(name)) {
        RulebookReader.read(name, text(name), problems)
            .ifPresent(rulebook -> {
              rulebooks.put(rulebook.id(), rulebook);
              wanted.add(rulebook.id());
            });
      } else if (Rulebooks.ids().contains(name)) {
        wanted.add(name);
      } else {
        throw unknown(name);
      }
    }
    if (names.isEmpty()) {
      wanted.addAll(Rulebooks.ids());
      bundled
          .sorted()
          .forEach(problem ->
              problems.add(problem.code(), problem.place(), problem.arguments().toArray()));
    }
    library =
        problems.isEmpty()
            ? Library.of(rulebooks.values(), types, problems)
            : Library.of(List.of(), types, new Problems());
  }

  private static boolean isPath(String name) {
    return name.endsWith(".yaml") || name.endsWith(".yml") || name.contains("/");
  }

  /// The text of a file that a user named.
  static String text(String name) {
    Path path = Path.of(name);
    if (!Files.isRegularFile(path)) {
      throw new ProblemException(ErrorCode.FILE_MISSING, path);
    }
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new ProblemException(ErrorCode.FILE_UNREADABLE, path, FileTrouble.of(e));
    }
  }

  private static ProblemException unknown(String name) {
    String near =
        Nearest.to(name, Rulebooks.ids())
            .or(() -> Rulebooks.ids().stream().filter(id -> id.contains(name)).findFirst())
            .map(id -> "\"" + name + "\" → " + id + "?")
            .orElse("\"" + name + "\" ∉ ronghe rules list");
    return new ProblemException(ErrorCode.OPTION_INVALID, "RULEBOOK", near);
  }

  Problems problems() {
    return problems;
  }

  Library library() {
    return library;
  }

  FactTypes types() {
    return types;
  }

  /// The ids of what was asked for.
  Set<String> wanted() {
    return wanted;
  }

  List<Program> programs() {
    return library.programs().stream().filter(program -> wanted.contains(program.id())).toList();
  }

  Language language() {
    return console.locale().getLanguage().equals("zh") ? Language.CHINESE : Language.ENGLISH;
  }

  /// Says what is wrong, and gives the exit code.
  int say() {
    ProblemText text = ProblemText.in(language());
    List<Problem> all = problems.sorted();
    if (console.json()) {
      List<Map<String, Object>> json = new ArrayList<>();
      for (Problem problem : all) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("code", problem.code().code());
        one.put("file", problem.place().file());
        one.put("line", problem.place().line());
        one.put("message", text.sentence(problem));
        json.add(one);
      }
      console.out().println(Json.of(Map.of("problems", json)));
    } else {
      all.forEach(
          problem -> console.err().println(problem.place() + ": " + text.sentence(problem)));
    }
    return all.isEmpty() ? ExitCode.OK : ExitCode.FAILED;
  }
}
