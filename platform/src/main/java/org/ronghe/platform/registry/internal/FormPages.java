package org.ronghe.platform.registry.internal;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.access.Allow;
import org.ronghe.platform.access.Rule;
import org.ronghe.platform.facts.Evidence;
import org.ronghe.platform.facts.EvidenceFiles;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.registry.Achievement;
import org.ronghe.platform.registry.Achievements;
import org.ronghe.platform.registry.FilledForm;
import org.ronghe.platform.web.Answer;
import org.ronghe.platform.web.Flash;
import org.ronghe.platform.web.Page;
import org.ronghe.platform.web.Redirect;
import org.ronghe.platform.web.Saying;
import org.ronghe.platform.web.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// The form on screen: it saves itself, and what two people changed at once is shown side by side.
@Controller
class FormPages {
  private static final String TEMPLATE = "registry/form.jte";

  private final Achievements achievements;
  private final StoredAchievements stored;
  private final EvidenceFiles files;
  private final Desk desk;

  FormPages(Achievements achievements, StoredAchievements stored, EvidenceFiles files, Desk desk) {
    this.achievements = achievements;
    this.stored = stored;
    this.files = files;
    this.desk = desk;
  }

  private Achievement get(long id) {
    return achievements.find(id).orElseThrow(() -> new NodeProblem(ProblemCode.NOT_FOUND));
  }

  @GetMapping("/achievements/{id:\\d+}/edit")
  @Allow(Rule.SIGNED_IN)
  Answer edit(View view, @PathVariable long id) {
    Achievement achievement = get(id);
    if (!achievement.state().editable()) {
      return Redirect.to(href(id));
    }
    return page(view, achievement, achievement.form(), Map.of(), null);
  }

  private Page page(
      View view,
      Achievement achievement,
      FilledForm form,
      Map<String, String> faults,
      @Nullable FilledForm theirs) {
    return Page.of(
        TEMPLATE,
        new FormPage(
            view,
            achievement,
            desk.organisation(achievement.organisation(), view),
            form,
            Faults.said(faults, view.texts()),
            theirs,
            List.copyOf(desk.suggestions(view)),
            UUID.randomUUID().toString()));
  }

  private static String href(long id) {
    return "/achievements/" + id;
  }

  /// Takes the form. What the button asks for comes in `do`: `save`, `check`, `submit`,
  /// `more:list`, `up:list.row`, `drop:list.row`, `take:field`.
  @PostMapping("/achievements/{id:\\d+}/edit")
  @Allow(Rule.SIGNED_IN)
  Answer save(View view, @PathVariable long id, @RequestParam Map<String, String> sent) {
    Achievement old = get(id);
    String[] wanted = sent.getOrDefault("do", "save").split(":", 2);
    String what = wanted.length > 1 ? wanted[1] : "";
    FilledForm form = changed(FormFields.taken(sent), wanted[0], what, old);
    Achievement saved;
    try {
      saved = stored.save(id, form, edit(sent), tab(sent));
    } catch (NodeProblem problem) {
      if (problem.code() != ProblemCode.CHANGED_MEANWHILE) {
        throw problem;
      }
      return page(view, get(id), form, Map.of(), get(id).form()).withStatus(412);
    }
    return switch (wanted[0]) {
      case "check" -> checked(view, saved);
      case "submit" -> submitted(view, saved);
      case "save" -> Redirect.done(href(id), "registry.form.saved");
      default -> Redirect.to(href(id) + "/edit#" + what.replaceFirst("\\..*", ""));
    };
  }

  private static FilledForm changed(FilledForm form, String action, String what, Achievement old) {
    return switch (action) {
      case "up" -> {
        int row = row(what);
        yield FormFields.exchanged(form, list(what), row, row - 1);
      }
      case "drop" -> FormFields.without(form, list(what), row(what));
      case "take" -> form.with(what, old.form().value(what));
      default -> form;
    };
  }

  private static String list(String what) {
    return what.replaceFirst("\\..*", "");
  }

  private static int row(String what) {
    String row = what.replaceFirst("[^.]*\\.?", "");
    return row.matches("\\d{1,4}") ? Integer.parseInt(row) : -1;
  }

  private static long edit(Map<String, String> sent) {
    String edit = sent.getOrDefault("version", "");
    return edit.matches("\\d{1,18}") ? Long.parseLong(edit) : 0;
  }

  private static String tab(Map<String, String> sent) {
    String tab = sent.getOrDefault("tab", "");
    return tab.matches("[0-9a-f-]{36}") ? tab : "";
  }

  private Answer checked(View view, Achievement saved) {
    var faults = FormReader.read(saved.form(), LocalDate.now(view.shell().zone())).faults();
    return faults.isEmpty()
        ? Redirect.done(href(saved.id()) + "/edit", "registry.form.complete")
        : page(view, saved, saved.form(), faults, null);
  }

  private Answer submitted(View view, Achievement saved) {
    try {
      achievements.submit(saved.id(), saved.edit());
      return Redirect.done(href(saved.id()), "registry.form.submitted");
    } catch (NodeProblem problem) {
      if (problem.code() != ProblemCode.INPUT_INVALID) {
        throw problem;
      }
      return page(view, saved, saved.form(), problem.fields(), null).withStatus(400);
    }
  }

  @PostMapping("/achievements/{id:\\d+}/autosave")
  @Allow(Rule.SIGNED_IN)
  Page autosave(View view, @PathVariable long id, @RequestParam Map<String, String> sent) {
    try {
      Achievement saved = stored.save(id, FormFields.taken(sent), edit(sent), tab(sent));
      return Page.of("registry/saved.jte", new SavedPart(view, saved.edit(), Instant.now(), false));
    } catch (NodeProblem problem) {
      if (problem.code() != ProblemCode.CHANGED_MEANWHILE) {
        throw problem;
      }
      return Page.of("registry/saved.jte", new SavedPart(view, edit(sent), Instant.now(), true))
          .withStatus(412);
    }
  }

  @PostMapping("/achievements/{id:\\d+}/attachments")
  @Allow(Rule.SIGNED_IN)
  Answer attach(
      View view,
      @PathVariable long id,
      @RequestParam MultipartFile file,
      @RequestParam(defaultValue = "other") String kind)
      throws IOException {
    Achievement old = get(id);
    if (!old.state().editable()) {
      throw Faults.conflict("registry.conflict.closed");
    }
    try {
      String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
      if (file.isEmpty()) {
        throw new NodeProblem(ProblemCode.INPUT_INVALID, Map.of("file", "registry.fault.needed"));
      }
      Evidence kept = files.add(old.organisation(), name, file.getInputStream());
      String row = "attachment." + old.form().rows("attachment") + ".";
      achievements.save(
          id,
          old.form()
              .with(row + "evidence", String.valueOf(kept.id()))
              .with(row + "kind", FormFields.ATTACHMENTS.contains(kind) ? kind : "other")
              .with(row + "name", kept.name()),
          old.edit());
      return files.isHeld(kept)
          ? new Redirect(href(id) + "/edit", Flash.bad("registry.form.attached-held", kept.name()))
          : Redirect.done(href(id) + "/edit", "registry.form.attached", kept.name());
    } catch (NodeProblem problem) {
      return switch (problem.code()) {
        case TOO_LARGE, TYPE_UNSUPPORTED, INPUT_INVALID -> {
          String said =
              problem.fields().isEmpty()
                  ? view.text(
                      "problem." + problem.code().code() + ".detail",
                      problem.arguments().stream()
                          .map(value -> Saying.resolved(value, view.texts()))
                          .toArray())
                  : Faults.said(problem.fields().values().iterator().next(), view.texts());
          yield new Redirect(href(id) + "/edit", Flash.bad("registry.form.not-attached", said));
        }
        default -> throw problem;
      };
    }
  }
}
