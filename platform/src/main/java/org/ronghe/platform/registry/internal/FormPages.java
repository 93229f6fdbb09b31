package org.ronghe.platform.registry.internal;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
    return page(view, achievement, achievement.form(), Map.of());
  }

  private Page page(
      View view, Achievement achievement, FilledForm form, Map<String, String> faults) {
    return Page.of(
        TEMPLATE,
        new FormPage(
            view,
            achievement,
            desk.organisation(achievement.organisation(), view),
            form,
            Faults.said(faults, view.texts()),
            List.copyOf(desk.suggestions(view)),
            UUID.randomUUID().toString()));
  }

  private static String href(long id) {
    return "/achievements/" + id;
  }

  /// Takes the form. What the button asks for comes in `do`: `save`, `check`, `submit`,
  /// `more:list`, `up:list.row`, `drop:list.row`; `merge` with what was picked of two forms.
  @PostMapping("/achievements/{id:\\d+}/edit")
  @Allow(Rule.SIGNED_IN)
  Answer save(View view, @PathVariable long id, @RequestParam Map<String, String> sent) {
    Sent form = Sent.of(sent);
    return form.action().equals("merge")
        ? merge(view, get(id), form)
        : kept(view, id, form, form.changed(), sent.getOrDefault("file", ""));
  }

  /// @param file the name of one that was chosen and not attached: a browser sends no more of it
  private Answer kept(View view, long id, Sent sent, FilledForm form, String file) {
    Achievement saved;
    try {
      saved = stored.save(id, form, sent.edit(), sent.tab());
    } catch (NodeProblem problem) {
      return clash(view, get(id), sent, form, problem);
    }
    if (!file.isBlank()) {
      return new Redirect(
          href(id) + "/edit#attachment", Flash.bad("registry.fault.file-waits", file));
    }
    return switch (sent.action()) {
      case "check" -> checked(view, saved);
      case "submit" -> submitted(view, saved);
      case "save" -> Redirect.done(href(id), "registry.form.saved");
      default -> Redirect.to(href(id) + "/edit#" + sent.list());
    };
  }

  /// What was written beside what somebody else did meanwhile, so that neither is lost.
  ///
  /// @throws NodeProblem the problem itself, where it is another one
  private static Answer clash(
      View view, Achievement now, Sent sent, FilledForm form, NodeProblem problem) {
    if (problem.code() != ProblemCode.CHANGED_MEANWHILE
        && (problem.code() != ProblemCode.CONFLICT || now.state().editable())) {
      throw problem;
    }
    var merge = new Merge(sent.base(), form, now.form());
    return merge(view, now, merge, sent, false).withStatus(problem.code().status());
  }

  private static Page merge(View view, Achievement now, Merge merge, Sent sent, boolean wanting) {
    return Page.of("registry/merge.jte", new MergePage(view, now, merge, sent.picks(), wanting));
  }

  private Answer merge(View view, Achievement now, Sent sent) {
    var merge = new Merge(sent.base(), sent.form(), now.form());
    FilledForm picked = merge.picked(sent.picks()).orElse(null);
    if (sent.edit() == now.edit() && picked == null) {
      return merge(view, now, merge, sent, true).withStatus(400);
    }
    try {
      stored.save(now.id(), picked == null ? sent.form() : picked, sent.edit());
    } catch (NodeProblem problem) {
      return clash(view, get(now.id()), sent, sent.form(), problem);
    }
    return Redirect.done(href(now.id()) + "/edit", "registry.merge.done");
  }

  private Answer checked(View view, Achievement saved) {
    var faults = FormReader.read(saved.form(), LocalDate.now(view.shell().zone())).faults();
    return faults.isEmpty()
        ? Redirect.done(href(saved.id()) + "/edit", "registry.form.complete")
        : page(view, saved, saved.form(), faults);
  }

  private Answer submitted(View view, Achievement saved) {
    try {
      achievements.submit(saved.id(), saved.edit());
      return Redirect.done(href(saved.id()), "registry.form.submitted");
    } catch (NodeProblem problem) {
      if (problem.code() != ProblemCode.INPUT_INVALID) {
        throw problem;
      }
      return page(view, saved, saved.form(), problem.fields()).withStatus(400);
    }
  }

  @PostMapping("/achievements/{id:\\d+}/autosave")
  @Allow(Rule.SIGNED_IN)
  Page autosave(View view, @PathVariable long id, @RequestParam Map<String, String> fields) {
    Sent sent = Sent.of(fields);
    try {
      Achievement saved = stored.save(id, sent.form(), sent.edit(), sent.tab());
      return Page.of("registry/saved.jte", new SavedPart(view, saved.edit(), Instant.now(), ""));
    } catch (NodeProblem problem) {
      String clash =
          switch (problem.code()) {
            case CHANGED_MEANWHILE -> "registry.form.clash.short";
            case CONFLICT -> "registry.form.closed.short";
            default -> throw problem;
          };
      return Page.of("registry/saved.jte", new SavedPart(view, sent.edit(), Instant.now(), clash))
          .withStatus(problem.code().status());
    }
  }

  /// Takes a file, and with it what stands in the form: who attaches something loses nothing else.
  @PostMapping("/achievements/{id:\\d+}/attachments")
  @Allow(Rule.SIGNED_IN)
  Answer attach(
      View view,
      @PathVariable long id,
      @RequestParam Map<String, String> fields,
      @RequestParam MultipartFile file)
      throws IOException {
    Achievement old = get(id);
    if (!old.state().editable()) {
      throw Faults.conflict("registry.conflict.closed");
    }
    Sent sent = fields.containsKey("version") ? Sent.of(fields) : Sent.as(old);
    FilledForm form = sent.form();
    Flash said;
    try {
      String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
      if (file.isEmpty()) {
        throw new NodeProblem(ProblemCode.INPUT_INVALID, Map.of("file", "registry.fault.empty"));
      }
      Evidence kept = files.add(old.organisation(), name, file.getInputStream());
      String kind = fields.getOrDefault("kind", "");
      String row = "attachment." + form.rows("attachment") + ".";
      form =
          form.with(row + "evidence", String.valueOf(kept.id()))
              .with(row + "kind", FormFields.ATTACHMENTS.contains(kind) ? kind : "other")
              .with(row + "name", kept.name());
      said =
          files.isHeld(kept)
              ? Flash.bad("registry.form.attached-held", kept.name())
              : Flash.good("registry.form.attached", kept.name());
    } catch (NodeProblem problem) {
      said = Flash.bad("registry.form.not-attached", refusal(view, problem));
    }
    try {
      stored.save(id, form, sent.edit(), sent.tab());
    } catch (NodeProblem problem) {
      return clash(view, get(id), sent, form, problem);
    }
    return new Redirect(href(id) + "/edit#attachment", said);
  }

  /// Why a file was not taken.
  ///
  /// @throws NodeProblem the problem itself, where it is not about the file
  private static String refusal(View view, NodeProblem problem) {
    return switch (problem.code()) {
      case TOO_LARGE, TYPE_UNSUPPORTED, INPUT_INVALID ->
          problem.fields().isEmpty()
              ? view.text(
                  "problem." + problem.code().code() + ".detail",
                  problem.arguments().stream()
                      .map(value -> Saying.resolved(value, view.texts()))
                      .toArray())
              : Faults.said(problem.fields().values().iterator().next(), view.texts());
      default -> throw problem;
    };
  }
}
