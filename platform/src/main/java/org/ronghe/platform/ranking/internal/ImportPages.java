package org.ronghe.platform.ranking.internal;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ronghe.atlas.method.Methods;
import org.ronghe.platform.access.Allow;
import org.ronghe.platform.access.Rule;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.ranking.Rankings;
import org.ronghe.platform.web.Answer;
import org.ronghe.platform.web.Page;
import org.ronghe.platform.web.Redirect;
import org.ronghe.platform.web.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// How rankings get in and out: uploaded, from a folder of the server, made here; removed.
@Controller
class ImportPages {
  private final Rankings rankings;
  private final AllowedFolders folders;
  private final RunDesk desk;

  ImportPages(Rankings rankings, AllowedFolders folders, RunDesk desk) {
    this.rankings = rankings;
    this.folders = folders;
    this.desk = desk;
  }

  private ImportPage page(View view, Map<String, String> faults, Map<String, String> entered) {
    return new ImportPage(
        view,
        folders.results(),
        folders.roots().stream().map(Object::toString).toList(),
        Methods.IDS,
        faults,
        entered);
  }

  @GetMapping("/rankings/import")
  @Allow(Rule.BUREAU)
  Page form(View view) {
    return Page.of("ranking/import.jte", page(view, Map.of(), Map.of()));
  }

  @PostMapping("/rankings/import")
  @Allow(Rule.BUREAU)
  Answer upload(
      View view, @RequestParam MultipartFile file, @RequestParam(defaultValue = "") String note)
      throws IOException {
    try (var folder = WorkFolder.make()) {
      ZipFolder.unpack(file.getInputStream(), folder.path(), view.texts());
      return taken(rankings.takeIn(folder.path(), note, view.language()));
    } catch (NodeProblem problem) {
      return corrected(view, problem, Map.of("note", note));
    }
  }

  @PostMapping("/rankings/import/folder")
  @Allow(Rule.BUREAU)
  Answer folder(
      View view, @RequestParam String folder, @RequestParam(defaultValue = "") String note) {
    try {
      return taken(rankings.takeIn(folders.allowed("folder", folder), note, view.language()));
    } catch (NodeProblem problem) {
      return corrected(view, problem, Map.of("note", note, "folder", folder));
    }
  }

  private static Answer taken(long id) {
    return Redirect.done("/rankings/" + id, "ranking.import.done");
  }

  /// The form again, with everything that is wrong; other problems go on to the edge.
  private Answer corrected(View view, NodeProblem problem, Map<String, String> entered) {
    if (problem.code() != ProblemCode.INPUT_INVALID) {
      throw problem;
    }
    var faults = new LinkedHashMap<String, String>();
    problem
        .fields()
        .forEach((where, wrong) ->
            faults.put(where, view.texts().has(wrong) ? view.text(wrong) : wrong));
    return Page.of("ranking/import.jte", page(view, faults, entered)).withStatus(400);
  }

  @PostMapping("/rankings/run")
  @Allow(Rule.BUREAU)
  Answer run(
      View view,
      @RequestParam(defaultValue = "") String works,
      @RequestParam(defaultValue = "") String patents,
      @RequestParam(defaultValue = "") String places,
      @RequestParam(defaultValue = "gii-2024") String method,
      @RequestParam(defaultValue = "") String minWeight,
      @RequestParam(defaultValue = "") String note) {
    var entered =
        Map.of(
            "works", works,
            "patents", patents,
            "places", places,
            "method", method,
            "minWeight", minWeight,
            "note", note);
    var wanted =
        new RunInput(
            false,
            lines(works),
            lines(patents),
            lines(places),
            method,
            minWeight,
            note,
            view.language());
    try {
      return started(desk.start(wanted));
    } catch (NodeProblem problem) {
      return corrected(view, problem, entered);
    }
  }

  private static List<String> lines(String text) {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  @PostMapping("/rankings/demo")
  @Allow(Rule.BUREAU)
  Answer demo(View view) {
    String note = view.text("ranking.demo.note");
    var input =
        new RunInput(true, List.of(), List.of(), List.of(), "gii-2023", "", note, view.language());
    return started(desk.start(input));
  }

  private static Answer started(long job) {
    return Redirect.done("/jobs/" + job, "ranking.run.started");
  }

  @PostMapping("/rankings/{id}/remove")
  @Allow(Rule.BUREAU)
  Answer remove(@PathVariable long id) {
    rankings.remove(id);
    return Redirect.done("/rankings", "ranking.removed");
  }
}
