package org.ronghe.platform.facts.internal;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.facts.Correction;
import org.ronghe.platform.facts.Evidence;
import org.ronghe.platform.facts.EvidenceFiles;
import org.ronghe.platform.facts.Fact;
import org.ronghe.platform.facts.Facts;
import org.ronghe.platform.facts.NewFact;
import org.ronghe.platform.facts.Validity;
import org.ronghe.platform.facts.dictionary.Attribute;
import org.ronghe.platform.facts.dictionary.Dictionary;
import org.ronghe.platform.facts.dictionary.FactValue;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.web.Answer;
import org.ronghe.platform.web.Page;
import org.ronghe.platform.web.Redirect;
import org.ronghe.platform.web.View;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/// Where facts are entered, corrected, changed and retracted: the same for every kind of subject.
@Component
class FactDesk {
  private final Facts facts;
  private final Dictionary dictionary;
  private final EvidenceFiles evidenceFiles;
  private final SubjectHeads heads;
  private final FactInput reader;

  FactDesk(
      Facts facts,
      Dictionary dictionary,
      EvidenceFiles evidenceFiles,
      SubjectHeads heads,
      FactInput reader) {
    this.facts = facts;
    this.dictionary = dictionary;
    this.evidenceFiles = evidenceFiles;
    this.heads = heads;
    this.reader = reader;
  }

  /// The choice of an attribute, or the form for the one that `attribute` of the address names.
  Page enter(View view, SubjectHead head) {
    demandWritable(head);
    String key = view.parameter("attribute");
    if (key.isEmpty()) {
      return Page.of(
          "facts/attributes.jte", AttributeChoice.of(view, head, dictionary.of(head.kind())));
    }
    return page(view, head, FactForm.Deed.ENTER, attribute(head, key), null, Input.empty());
  }

  /// The form for a fact that is there.
  Page form(View view, SubjectHead head, long fact, FactForm.Deed deed) {
    demandWritable(head);
    Fact old = heads.demandOf(head, facts.find(fact));
    Attribute attribute = attribute(head, old.attribute());
    if (!old.recorded().open()) {
      throw new NodeProblem(ProblemCode.CHANGED_MEANWHILE);
    }
    return page(view, head, deed, attribute, old, filled(attribute, old, deed));
  }

  /// Takes a form.
  Answer take(
      View view,
      SubjectHead head,
      FactForm.Deed deed,
      @Nullable Long fact,
      Map<String, String> values,
      @Nullable MultipartFile file) {
    demandWritable(head);
    Fact old = fact == null ? null : heads.demandOf(head, facts.find(fact));
    Attribute attribute =
        attribute(head, old == null ? values.getOrDefault("attribute", "") : old.attribute());
    Input input = Input.of(values);
    FactInput.Reading reading = reader.read(deed, attribute, input, view.texts());
    input = input.withFaults(reading.faults());
    try {
      // Evidence is kept even if something else is wrong: nobody chooses a file twice.
      input = withEvidence(head, input, file);
      if (input.faults().isEmpty()) {
        carryOut(head, deed, old, attribute, input, reading);
        return Redirect.done(
            head.href() + "/history/" + attribute.key(),
            "facts.page." + deed.path() + ".done",
            attribute.name().in(view.language()));
      }
    } catch (NodeProblem problem) {
      input = shown(problem, attribute, input, view);
    }
    int status = input.faults().containsKey(Input.WHOLE) ? 409 : 400;
    return page(view, head, deed, attribute, old, input).withStatus(status);
  }

  private static Input shown(NodeProblem problem, Attribute attribute, Input input, View view) {
    if (problem.code() == ProblemCode.CHANGED_MEANWHILE) {
      return input.withFault(Input.WHOLE, view.text("facts.page.fact-changed"));
    }
    Input shown = InputFaults.shown(problem, input, view.texts(), FactInput.CONTROLS);
    String valid = problem.fields().get("valid");
    if (valid == null) {
      return shown;
    }
    String control =
        switch (attribute.period()) {
          case YEAR -> "year";
          case POINT -> "day";
          case INTERVAL -> "from";
        };
    var faults = new HashMap<>(shown.faults());
    faults.remove(Input.WHOLE);
    faults.put(control, InputFaults.sentence(valid, view.texts()));
    return new Input(shown.values(), faults);
  }

  private void carryOut(
      SubjectHead head,
      FactForm.Deed deed,
      @Nullable Fact old,
      Attribute attribute,
      Input input,
      FactInput.Reading reading) {
    String reason = input.value("reason");
    Long evidence = number(input.value("evidence"));
    if (deed == FactForm.Deed.RETRACT) {
      facts.retract(Objects.requireNonNull(old).id(), reason);
      return;
    }
    Validity valid = Objects.requireNonNull(reading.valid());
    String source = input.value("source");
    if (deed == FactForm.Deed.ENTER) {
      facts.record(
          new NewFact(head.id(), attribute.key(), reading.value(), valid, source, evidence));
      return;
    }
    var correction = new Correction(reading.value(), valid, source, evidence, reason);
    long id = Objects.requireNonNull(old).id();
    if (deed == FactForm.Deed.CHANGE) {
      facts.change(id, Objects.requireNonNull(valid.from()), correction);
    } else {
      facts.correct(id, correction);
    }
  }

  private Input withEvidence(SubjectHead head, Input input, @Nullable MultipartFile file) {
    if (file != null && !file.isEmpty()) {
      String name = Objects.requireNonNullElse(file.getOriginalFilename(), "evidence");
      try (InputStream content = file.getInputStream()) {
        Evidence kept = evidenceFiles.add(head.owner(), name, content);
        return input.with("evidence", String.valueOf(kept.id()));
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
    String link = input.value("link");
    if (link.isEmpty()) {
      return input;
    }
    Evidence kept = evidenceFiles.addLink(head.owner(), link);
    return input.with("evidence", String.valueOf(kept.id())).with("link", "");
  }

  private Page page(
      View view,
      SubjectHead head,
      FactForm.Deed deed,
      Attribute attribute,
      @Nullable Fact old,
      Input input) {
    Long evidence = number(input.value("evidence"));
    var aside =
        new FactForm.Aside(
            evidence == null ? null : evidenceFiles.find(evidence).orElse(null),
            attribute.type().refers()
                ? heads.own(view.actor()).stream().map(own -> own.name(view.language())).toList()
                : List.of());
    ValueWords words = new ValueWords(view, heads.find(references(old)));
    return Page.of(
        "facts/fact.jte", new FactForm(view, head, deed, attribute, old, words, input, aside));
  }

  private static List<Long> references(@Nullable Fact fact) {
    Long reference = fact == null ? null : FactChecks.reference(fact.value());
    return reference == null ? List.of() : List.of(reference);
  }

  /// The form as it begins: what holds now.
  private Input filled(Attribute attribute, Fact fact, FactForm.Deed deed) {
    var values = new HashMap<String, String>();
    values.put("value", text(attribute, fact.value()));
    if (fact.value() instanceof FactValue.Holding(long subject, var part)) {
      values.put("value", String.valueOf(subject));
      values.put("part", part.movePointRight(2).stripTrailingZeros().toPlainString() + " %");
    }
    if (deed == FactForm.Deed.CORRECT) {
      Validity valid = fact.valid();
      valid.findYear().ifPresent(year -> values.put("year", String.valueOf(year)));
      LocalDate from = valid.from();
      LocalDate to = valid.to();
      values.put("day", from == null ? "" : from.toString());
      values.put("from", from == null ? "" : from.toString());
      values.put("to", to == null ? "" : to.minusDays(1).toString());
      values.put("source", fact.provenance().source());
      Long evidence = fact.provenance().evidence();
      values.put("evidence", evidence == null ? "" : String.valueOf(evidence));
    }
    return Input.of(values);
  }

  private static String text(Attribute attribute, FactValue value) {
    boolean percent =
        attribute.type() == org.ronghe.platform.facts.dictionary.AttributeType.PERCENT;
    return percent && value instanceof FactValue.Figure(var number)
        ? number.movePointRight(2).stripTrailingZeros().toPlainString() + " %"
        : value.plain();
  }

  private Attribute attribute(SubjectHead head, String key) {
    return dictionary
        .find(key)
        .filter(attribute -> attribute.use().subjects().contains(head.kind()))
        .orElseThrow(() -> new NodeProblem(ProblemCode.NOT_FOUND));
  }

  private static void demandWritable(SubjectHead head) {
    if (!head.writable()) {
      throw new NodeProblem(ProblemCode.NOT_ALLOWED);
    }
  }

  private static @Nullable Long number(String text) {
    return text.matches("[0-9]{1,18}") ? Long.valueOf(text) : null;
  }

  /// The history of an attribute.
  Page history(View view, SubjectHead head, String key) {
    Attribute attribute = attribute(head, key);
    List<Fact> records = facts.history(head.id(), key).reversed();
    var evidence = new HashMap<Long, Evidence>();
    records.stream()
        .map(fact -> fact.provenance().evidence())
        .filter(Objects::nonNull)
        .distinct()
        .forEach(id -> evidenceFiles.find(id).ifPresent(found -> evidence.put(id, found)));
    var references =
        records.stream()
            .map(fact -> FactChecks.reference(fact.value()))
            .filter(Objects::nonNull)
            .toList();
    return Page.of(
        "facts/history.jte",
        new HistoryPage(
            view,
            head,
            attribute,
            records,
            new ValueWords(view, heads.find(references)),
            evidence));
  }
}
