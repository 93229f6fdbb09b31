package org.ronghe.platform.facts.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.access.Allow;
import org.ronghe.platform.access.Rule;
import org.ronghe.platform.facts.EvidenceFiles;
import org.ronghe.platform.facts.Merge;
import org.ronghe.platform.facts.Merges;
import org.ronghe.platform.facts.dictionary.SubjectKind;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.web.Answer;
import org.ronghe.platform.web.Download;
import org.ronghe.platform.web.Download.Column;
import org.ronghe.platform.web.ListQuery;
import org.ronghe.platform.web.Listing;
import org.ronghe.platform.web.Narrowed;
import org.ronghe.platform.web.Page;
import org.ronghe.platform.web.Redirect;
import org.ronghe.platform.web.Room;
import org.ronghe.platform.web.View;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// Merges of organisations on screen: somebody proposes, an officer who is somebody else decides.
@Controller
class MergePages {
  private static final List<String> CHOICES = List.of("state");

  private static final Set<String> CONTROLS =
      Set.of("merged", "survivor", "reason", "link", "file");

  private final Merges merges;
  private final MergeDesk desk;
  private final SubjectSheets sheets;
  private final SubjectHeads heads;
  private final EvidenceFiles evidenceFiles;

  MergePages(
      Merges merges,
      MergeDesk desk,
      SubjectSheets sheets,
      SubjectHeads heads,
      EvidenceFiles evidenceFiles) {
    this.merges = merges;
    this.desk = desk;
    this.sheets = sheets;
    this.heads = heads;
    this.evidenceFiles = evidenceFiles;
  }

  @Bean
  static Room mergesRoom() {
    return Room.inAdministration("/merges", "facts.page.merges", 20, Rule.SIGNED_IN);
  }

  @GetMapping("/merges")
  @Allow(Rule.SIGNED_IN)
  Page list(View view, ListQuery query) {
    Narrowed narrowed = Narrowed.by(view, plain(query), CHOICES, StoredMerges.FILTERS);
    Listing<Merge> part = merges.list(narrowed.query());
    return Page.of(
        "facts/merges.jte",
        new MergeList(
            narrowed.view(),
            sheets.views(part.results()),
            part.meta(),
            narrowed.view().parameter("state")));
  }

  private static ListQuery plain(ListQuery query) {
    return new ListQuery("", "", "", query.cursor(), query.perPage());
  }

  @GetMapping("/merges/export")
  @Allow(Rule.SIGNED_IN)
  Answer export(View view, ListQuery query, @RequestParam Download.Format format) {
    List<Column> columns =
        List.of(
            new Column("id", view.text("web.export.number")),
            new Column("merged", view.text("facts.page.merge.merged")),
            new Column("survivor", view.text("facts.page.merge.survivor")),
            new Column("state", view.text("facts.page.status")),
            new Column("proposed", view.text("facts.page.merge.proposed-at")));
    return Download.of(
        "merges",
        format,
        columns,
        plain(query).narrowedBy(view, CHOICES),
        part -> {
          Listing<Merge> found = merges.list(part);
          return new Listing<>(found.meta(), sheets.views(found.results()));
        },
        one ->
            List.of(
                one.merge().id(),
                one.merged() == null ? "" : one.merged().name(view.language()),
                one.survivor() == null ? "" : one.survivor().name(view.language()),
                one.merge().state().name().toLowerCase(Locale.ROOT),
                one.merge().proposal().at()));
  }

  @GetMapping("/merges/new")
  @Allow(Rule.SIGNED_IN)
  Page blank(View view) {
    demandWriting(view);
    var values = Map.of("merged", view.parameter("merged"), "survivor", view.parameter("survivor"));
    return form(view, Input.of(values));
  }

  private Page form(View view, Input input) {
    String evidence = input.value("evidence");
    return Page.of(
        "facts/merge-form.jte",
        new MergeForm(
            view,
            input,
            evidence.matches("[0-9]{1,18}")
                ? evidenceFiles.find(Long.parseLong(evidence)).orElse(null)
                : null,
            heads.own(view.actor()).stream().map(own -> own.name(view.language())).toList()));
  }

  private static void demandWriting(View view) {
    if (!view.actor().writesAll() && view.actor().writableOrganisations().isEmpty()) {
      throw new NodeProblem(ProblemCode.NOT_ALLOWED);
    }
  }

  @PostMapping("/merges/new")
  @Allow(Rule.SIGNED_IN)
  Answer propose(
      View view,
      @RequestParam Map<String, String> values,
      @RequestParam(required = false) @Nullable MultipartFile file) {
    demandWriting(view);
    Input input = Input.of(values);
    var faults = new LinkedHashMap<String, String>();
    Long merged = meant(view, "merged", input, faults);
    Long survivor = meant(view, "survivor", input, faults);
    if (input.value("reason").isEmpty()) {
      faults.put("reason", view.text("facts.reject.no-reason"));
    }
    input = input.withFaults(faults);
    int status = 400;
    try {
      if (merged != null && survivor != null) {
        input = withEvidence(view, input, file, merged, survivor);
      }
      if (input.faults().isEmpty() && merged != null && survivor != null) {
        String evidence = input.value("evidence");
        Merge merge =
            merges.propose(
                merged,
                survivor,
                input.value("reason"),
                evidence.isEmpty() ? null : Long.valueOf(evidence));
        return Redirect.done("/merges/" + merge.id(), "facts.page.merge.proposed");
      }
    } catch (NodeProblem problem) {
      input = InputFaults.shown(problem, input, view.texts(), CONTROLS);
      status = problem.code().status();
    }
    return form(view, input).withStatus(status);
  }

  private @Nullable Long meant(View view, String control, Input input, Map<String, String> faults) {
    List<SubjectHead> meant = heads.meant(SubjectKind.ORGANISATION, input.value(control));
    if (meant.size() == 1) {
      return meant.getFirst().id();
    }
    String numbers =
        String.join(", ", meant.stream().map(head -> String.valueOf(head.id())).toList());
    faults.put(
        control,
        view.text(
            meant.isEmpty() ? "facts.page.meant.none" : "facts.page.meant.several",
            input.value(control),
            numbers));
    return null;
  }

  private Input withEvidence(
      View view, Input input, @Nullable MultipartFile file, long merged, long survivor) {
    Long owner = view.actor().writes(survivor) ? Long.valueOf(survivor) : Long.valueOf(merged);
    if (file != null && !file.isEmpty()) {
      try (InputStream content = file.getInputStream()) {
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "evidence");
        return input.with("evidence", String.valueOf(evidenceFiles.add(owner, name, content).id()));
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
    String link = input.value("link");
    return link.isEmpty()
        ? input
        : input
            .with("evidence", String.valueOf(evidenceFiles.addLink(owner, link).id()))
            .with("link", "");
  }

  @GetMapping("/merges/{merge}")
  @Allow(Rule.SIGNED_IN)
  Page merge(View view, @PathVariable long merge) {
    return Page.of("facts/merge.jte", desk.page(view, merge, Input.empty()));
  }

  @PostMapping("/merges/{merge}/decide")
  @Allow(Rule.BUREAU)
  Answer decide(View view, @PathVariable long merge, @RequestParam Map<String, String> values) {
    Input input = Input.of(values);
    boolean accept = input.value("decision").equals("accept");
    if (!accept && !input.value("decision").equals("refuse")) {
      throw new NodeProblem(ProblemCode.INPUT_INVALID);
    }
    if (input.value("reason").isEmpty()) {
      return again(view, merge, input, "reason");
    }
    try {
      merges.decide(merge, accept, input.value("reason"));
      return Redirect.done(
          "/merges/" + merge, accept ? "facts.page.merge.accepted" : "facts.page.merge.refused");
    } catch (NodeProblem problem) {
      Input shown = InputFaults.shown(problem, input, view.texts(), CONTROLS);
      return Page.of("facts/merge.jte", desk.page(view, merge, shown))
          .withStatus(problem.code().status());
    }
  }

  private Page again(View view, long merge, Input input, String control) {
    Input shown = input.withFault(control, view.text("facts.reject.no-reason"));
    return Page.of("facts/merge.jte", desk.page(view, merge, shown)).withStatus(400);
  }

  @PostMapping("/merges/{merge}/undo")
  @Allow(Rule.BUREAU)
  Answer undo(View view, @PathVariable long merge, @RequestParam Map<String, String> values) {
    Input input = Input.of(values);
    if (input.value("reason").isEmpty()) {
      return again(view, merge, input, "reason");
    }
    merges.undo(merge, input.value("reason"));
    return Redirect.done("/merges/" + merge, "facts.page.merge.undone");
  }
}
