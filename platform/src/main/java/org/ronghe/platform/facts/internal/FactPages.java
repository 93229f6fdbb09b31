package org.ronghe.platform.facts.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.access.Allow;
import org.ronghe.platform.access.Rule;
import org.ronghe.platform.facts.Correction;
import org.ronghe.platform.facts.Evidence;
import org.ronghe.platform.facts.EvidenceFiles;
import org.ronghe.platform.facts.Fact;
import org.ronghe.platform.facts.Facts;
import org.ronghe.platform.facts.NewFact;
import org.ronghe.platform.facts.Validity;
import org.ronghe.platform.facts.dictionary.Attribute;
import org.ronghe.platform.facts.dictionary.AttributeType;
import org.ronghe.platform.facts.dictionary.Dictionary;
import org.ronghe.platform.facts.dictionary.Period;
import org.ronghe.platform.facts.internal.HistoryPage.Input;
import org.ronghe.platform.facts.internal.SubjectRows.Subject;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.web.Answer;
import org.ronghe.platform.web.Page;
import org.ronghe.platform.web.Redirect;
import org.ronghe.platform.web.View;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// The history of an attribute, and the forms that add to it. What the reader sent is never lost:
/// with a fault or after somebody else's change the form comes back as it was, beside the new state.
@Controller
class FactPages {
  private final Facts facts;
  private final EvidenceFiles evidence;
  private final SubjectReader subjects;
  private final Dictionary dictionary;

  FactPages(
      Facts facts, EvidenceFiles evidence, SubjectReader subjects, Dictionary dictionary) {
    this.facts = facts;
    this.evidence = evidence;
    this.subjects = subjects;
    this.dictionary = dictionary;
  }

  @GetMapping("/facts")
  @Allow(Rule.SIGNED_IN)
  Page history(View view, @RequestParam long subject, @RequestParam String attribute) {
    return page(view, subject, attribute, null);
  }

  @PostMapping("/facts")
  @Allow(Rule.SIGNED_IN)
  Answer record(
      View view,
      @RequestParam long subject,
      @RequestParam String attribute,
      @RequestParam String value,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to,
      @RequestParam(defaultValue = "") String source,
      @RequestParam(required = false) @Nullable MultipartFile file) {
    Attribute known = attribute(attribute);
    try {
      Validity valid = validity(known, from, to);
      facts.record(
          new NewFact(
              subject, attribute, entered(known, value), valid, source, keep(subject, file)));
      return Redirect.done(address(subject, attribute), "facts.recorded");
    } catch (NodeProblem problem) {
      var input = new Input(0, value, from, to, source, "", said(view, problem));
      return page(view, subject, attribute, input).withStatus(problem.code().status());
    }
  }

  @PostMapping("/facts/{id}/correct")
  @Allow(Rule.SIGNED_IN)
  Answer correct(
      View view,
      @PathVariable long id,
      @RequestParam String value,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to,
      @RequestParam(defaultValue = "") String source,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(required = false) @Nullable MultipartFile file) {
    Fact fact = get(id);
    Attribute attribute = attribute(fact.attribute());
    try {
      Long kept = keep(fact.subject(), file);
      facts.correct(
          id,
          new Correction(
              entered(attribute, value),
              validity(attribute, from, to),
              source,
              kept == null ? fact.provenance().evidence() : kept,
              reason));
      return Redirect.done(address(fact.subject(), fact.attribute()), "facts.corrected");
    } catch (NodeProblem problem) {
      var input = new Input(id, value, from, to, source, reason, said(view, problem));
      return page(view, fact.subject(), fact.attribute(), input)
          .withStatus(problem.code().status());
    }
  }

  @PostMapping("/facts/{id}/retract")
  @Allow(Rule.SIGNED_IN)
  Answer retract(View view, @PathVariable long id, @RequestParam(defaultValue = "") String reason) {
    Fact fact = get(id);
    try {
      facts.retract(id, reason);
      return Redirect.done(address(fact.subject(), fact.attribute()), "facts.retracted");
    } catch (NodeProblem problem) {
      var input = new Input(id, fact.value().plain(), "", "", "", reason, said(view, problem));
      return page(view, fact.subject(), fact.attribute(), input)
          .withStatus(problem.code().status());
    }
  }

  @GetMapping("/evidence/{id}")
  @Allow(Rule.SIGNED_IN)
  ResponseEntity<InputStreamResource> evidence(@PathVariable long id) {
    Evidence found =
        evidence.find(id).orElseThrow(() -> new NodeProblem(ProblemCode.NOT_FOUND));
    InputStream content = evidence.open(found);
    // Never shown by the browser itself: what somebody uploaded must not act as a page of ours.
    return ResponseEntity.ok()
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(found.name(), java.nio.charset.StandardCharsets.UTF_8)
                .build()
                .toString())
        .header("X-Content-Type-Options", "nosniff")
        .header(HttpHeaders.CONTENT_TYPE, found.mediaType())
        .contentLength(found.sizeBytes())
        .body(new InputStreamResource(content));
  }

  private Page page(View view, long subject, String key, @Nullable Input input) {
    Attribute attribute = attribute(key);
    Subject known = subjects.get(subject);
    List<Fact> history = facts.history(subject, key);
    var ids = new java.util.TreeSet<Long>();
    ids.add(subject);
    history.forEach(fact -> {
      Long reference = FactChecks.reference(fact.value());
      if (reference != null) {
        ids.add(reference);
      }
    });
    var names = subjects.names(ids);
    var shown = new ShownValue(view.texts(), names);
    var own = names.get(subject);
    return Page.of(
        "facts/history.jte",
        new HistoryPage(
            view,
            own == null ? String.valueOf(subject) : own.in(view.language()),
            SubjectPages.path(known.kind()) + "/" + subject,
            subject,
            attribute,
            history.reversed().stream()
                .map(fact -> new HistoryPage.Line(fact, shown.of(attribute, fact.value())))
                .toList(),
            known.writable(),
            input));
  }

  private Fact get(long id) {
    return facts.find(id).orElseThrow(() -> new NodeProblem(ProblemCode.NOT_FOUND));
  }

  private Attribute attribute(String key) {
    return dictionary.find(key).orElseThrow(() -> new NodeProblem(ProblemCode.NOT_FOUND));
  }

  private static String address(long subject, String attribute) {
    return "/facts?subject=" + subject + "&attribute=" + View.encoded(attribute);
  }

  /// In a form a bare number is the number of percent, as its label says.
  private static String entered(Attribute attribute, String value) {
    boolean bare = attribute.type() == AttributeType.PERCENT && value.strip().matches("[0-9.,]+");
    return bare ? value.strip() + " %" : value;
  }

  /// One day for what holds on one day, the year of the first day for yearly figures.
  private static Validity validity(Attribute attribute, String from, String to) {
    try {
      String first = from.strip();
      if (attribute.period() == Period.YEAR && first.matches("[0-9]{4}")) {
        return Validity.year(Integer.parseInt(first));
      }
      LocalDate day = first.isEmpty() ? null : LocalDate.parse(first);
      if (attribute.period() == Period.POINT && day != null) {
        return Validity.day(day);
      }
      return new SubjectJson.Days(day, to.isBlank() ? null : LocalDate.parse(to.strip()))
          .validity();
    } catch (DateTimeException e) {
      throw new Fault("valid", "facts.value.fault.date", from + " " + to, "2026-04-01").problem();
    }
  }

  private @Nullable Long keep(long subject, @Nullable MultipartFile file) {
    if (file == null || file.isEmpty()) {
      return null;
    }
    try (InputStream content = file.getInputStream()) {
      String name = file.getOriginalFilename();
      return evidence
          .add(subjects.get(subject).owner(), name == null ? "" : name, content)
          .id();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What a problem says, field by field where it names fields.
  private static String said(View view, NodeProblem problem) {
    if (problem.fields().isEmpty()) {
      return view.text(
          "problem." + problem.code().code() + ".detail",
          problem.arguments().stream()
              .map(argument -> org.ronghe.platform.web.Saying.resolved(argument, view.texts()))
              .toArray());
    }
    return problem.fields().values().stream()
        .map(words -> Fault.said(words, view.texts()))
        .collect(java.util.stream.Collectors.joining(" "));
  }
}
