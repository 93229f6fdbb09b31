package org.ronghe.platform.rulebooks.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.facts.dictionary.Attribute;
import org.ronghe.platform.facts.dictionary.AttributeType;
import org.ronghe.platform.facts.dictionary.Dictionary;
import org.ronghe.platform.facts.dictionary.ValueCheck;
import org.ronghe.platform.rulebooks.FactReading;
import org.ronghe.platform.rulebooks.internal.TitleJudge.Evaluated;
import org.ronghe.rules.book.Input;
import org.ronghe.rules.book.Period;
import org.ronghe.rules.evaluate.Gap;
import org.ronghe.rules.evaluate.Resolver;
import org.ronghe.rules.fact.Dossier;
import org.ronghe.rules.fact.Fact;
import org.ronghe.rules.fact.FactValue;
import org.ronghe.rules.fact.Facts;
import org.ronghe.rules.link.Slot;
import org.ronghe.rules.link.TitleSlots;
import org.ronghe.rules.number.Exact;
import org.ronghe.rules.page.Wording;

/// "What if it were another?": the inputs of a title as a form, and a firm's facts with some of
/// them replaced for as long as a page is drawn. Nothing is stored.
public final class WhatIf {
  /// Names of the form's controls begin so.
  static final String PREFIX = "w.";

  private static final String NOW = "now";

  private final Evaluated evaluated;
  private final Dictionary dictionary;
  private final Map<String, List<Exact>> edges;
  private final Map<String, Field> fields = new LinkedHashMap<>();
  private final Map<String, Fact> answering = new LinkedHashMap<>();

  WhatIf(Evaluated evaluated, List<Gap> gaps, Dictionary dictionary) {
    this.evaluated = evaluated;
    this.dictionary = dictionary;
    this.edges = Edges.of(evaluated, gaps);
    var resolver = new Resolver(evaluated.dossier(), evaluated.request().asOf(), evaluated.types());
    for (Slot slot : TitleSlots.of(evaluated.title().title())) {
      switch (slot.asked()) {
        case Slot.Single single when single.fact().via().isEmpty() ->
            field(single.fact(), single.period(), resolver.resolve(slot).facts());
        case Slot.Count count
            when count.fact().via().isEmpty() && count.fact().period() instanceof Period.Now ->
            field(count.fact(), count.fact().period(), resolver.resolve(slot).facts());
        case Slot.Single _, Slot.Count _, Slot.Parameter _, Slot.Grouped _, Slot.Clock _ -> {}
      }
    }
  }

  /// An input that can be tried.
  ///
  /// @param name of its control
  /// @param year null where it holds on the day
  /// @param known its value as it is, as text that is read back; empty where it is not known
  /// @param slider moves the number; null where it is none, or nothing says how far it could go
  public record Field(
      String name,
      Attribute attribute,
      @Nullable Integer year,
      String known,
      @Nullable Slider slider) {
    public AttributeType type() {
      return attribute.type();
    }
  }

  private void field(Input.Fact asked, Period period, List<Fact> facts) {
    Attribute attribute = dictionary.find(asked.attribute()).orElse(null);
    if (attribute == null || !canBeTried(attribute)) {
      return;
    }
    Integer year =
        switch (period) {
          case Period.Year one -> evaluated.request().asOf().getYear() - one.back();
          case Period.LatestYear _ -> evaluated.request().asOf().getYear() - 1;
          case Period.Now _, Period.Years _, Period.Within _, Period.SinceYear _, Period.Ever _ ->
              null;
        };
    String name = PREFIX + attribute.key() + "." + (year == null ? NOW : year.toString());
    String known = facts.isEmpty() ? "" : plain(attribute.type(), facts.getFirst().value());
    if (!facts.isEmpty()) {
      answering.putIfAbsent(name, facts.getFirst());
    }
    Slider slider =
        Slider.find(attribute, known, edges.getOrDefault(attribute.key(), List.of())).orElse(null);
    fields.putIfAbsent(name, new Field(name, attribute, year, known, slider));
  }

  private static boolean canBeTried(Attribute attribute) {
    return switch (attribute.type()) {
      case DECIMAL, INTEGER, MONEY, PERCENT, BOOLEAN, CODE, TITLE ->
          attribute.type() == AttributeType.TITLE || !attribute.use().multiple();
      case DATE, TEXT, ORGANISATION, PERSON, HOLDING -> false;
    };
  }

  /// A value as [Attribute#check] reads it.
  private static String plain(AttributeType type, FactValue value) {
    return switch (value) {
      case FactValue.Figure figure when type == AttributeType.PERCENT ->
          figure.number().times(Exact.of(100)).plain() + Slider.PERCENT;
      case FactValue.Figure figure -> figure.number().plain();
      case FactValue.Money money -> money.amountMinor().dividedBy(Exact.of(100)).plain();
      case FactValue.Flag flag -> String.valueOf(flag.holds());
      case FactValue.Text text -> text.text();
      case FactValue.Day day -> day.date().toString();
      case FactValue.Reference _, FactValue.Holding _, FactValue.Unknown _ -> "";
    };
  }

  /// What can be tried, in the order in which the clauses ask.
  public List<Field> fields() {
    return List.copyOf(fields.values());
  }

  /// What came of what somebody sent.
  ///
  /// @param changed inputs that are others than they are, by control, as sent
  /// @param faults what cannot be read, by control: key of a text
  public record Tried(Map<String, String> changed, Map<String, String> faults, Dossier dossier) {
    public Tried {
      changed = Map.copyOf(changed);
      faults = Map.copyOf(faults);
    }
  }

  /// Reads what was sent; what is empty, or as it is, changes nothing.
  Tried read(Map<String, String> sent) {
    var changed = new LinkedHashMap<String, String>();
    var faults = new LinkedHashMap<String, String>();
    Facts facts = evaluated.dossier().own();
    for (Field field : fields.values()) {
      String text = sent.getOrDefault(field.name(), "").strip();
      if (text.isEmpty() || text.equals(field.known())) {
        continue;
      }
      Optional<FactValue> value = value(field, text);
      if (value.isEmpty()) {
        faults.put(field.name(), "rulebooks.what-if.unreadable");
        changed.put(field.name(), text);
      } else {
        changed.put(field.name(), text);
        facts = with(facts, field, value.get());
      }
    }
    Dossier old = evaluated.dossier();
    return new Tried(
        changed, faults, new Dossier(old.subject(), facts, old.others(), old.parameters()));
  }

  private static Optional<FactValue> value(Field field, String text) {
    if (field.type() == AttributeType.TITLE) {
      return Optional.of(new FactValue.Text(text));
    }
    return field.attribute().check(text) instanceof ValueCheck.Valid valid
        ? Optional.of(FactReading.value(valid.value()))
        : Optional.empty();
  }

  /// The facts with one in the place of that which answers now.
  private Facts with(Facts facts, Field field, FactValue value) {
    String key = field.attribute().key();
    Fact old = answering.get(field.name());
    var all = new ArrayList<Fact>(facts.find(key).orElse(List.of()));
    if (old != null) {
      all.remove(old);
    }
    boolean none =
        field.type() == AttributeType.TITLE
            && value instanceof FactValue.Text text
            && text.text().equals("false");
    if (!none) {
      all.add(replacing(key, old, field.year(), value));
    }
    return facts.with(key, all);
  }

  private Fact replacing(String key, @Nullable Fact old, @Nullable Integer year, FactValue value) {
    if (old != null) {
      return new Fact(key, value, old.from(), old.until(), old.dated(), "");
    }
    LocalDate day = evaluated.request().asOf();
    return year == null
        ? new Fact(key, value, day, LocalDate.MAX, true, "")
        : Fact.ofYear(key, value, year);
  }

  /// The name of an input, with its year.
  static String label(Field field, Wording wording) {
    String name = wording.attribute(field.attribute().key());
    return field.year() == null ? name : name + " " + field.year();
  }
}
