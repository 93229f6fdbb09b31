package org.ronghe.platform.facts.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.facts.Names;
import org.ronghe.platform.facts.NewIdentifier;
import org.ronghe.platform.facts.NewOrganisation;
import org.ronghe.platform.facts.Organisation;
import org.ronghe.platform.facts.OrganisationKind;
import org.ronghe.platform.facts.OrganisationProfile;
import org.ronghe.platform.facts.Organisations;
import org.ronghe.platform.facts.People;
import org.ronghe.platform.facts.Person;
import org.ronghe.platform.facts.PersonKind;
import org.ronghe.platform.facts.PersonProfile;
import org.ronghe.platform.facts.Place;
import org.ronghe.platform.facts.Work;
import org.ronghe.platform.facts.WorkKind;
import org.ronghe.platform.facts.WorkProfile;
import org.ronghe.platform.facts.Works;
import org.ronghe.platform.facts.dictionary.SubjectKind;
import org.ronghe.platform.facts.identifier.IdentifierCheck;
import org.ronghe.platform.facts.identifier.IdentifierScheme;
import org.ronghe.platform.text.Language;
import org.ronghe.platform.text.Texts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Profiles of every kind to and from the controls of a form.
@Component
class ProfileRecords {
  private final Organisations organisations;
  private final People people;
  private final Works works;
  private final SubjectHeads heads;
  private final SubjectSheets.Parts parts;

  ProfileRecords(
      Organisations organisations,
      People people,
      Works works,
      SubjectHeads heads,
      SubjectSheets.Parts parts) {
    this.organisations = organisations;
    this.people = people;
    this.works = works;
    this.heads = heads;
    this.parts = parts;
  }

  /// The words for `kind`, each with the key of its text.
  static Map<String, String> kinds(SubjectKind kind) {
    var kinds = new LinkedHashMap<String, String>();
    switch (kind) {
      case ORGANISATION -> {
        for (var one : OrganisationKind.values()) {
          kinds.put(one.code(), one.textKey());
        }
      }
      case PERSON -> {
        for (var one : PersonKind.values()) {
          kinds.put(one.code(), one.textKey());
        }
      }
      case WORK -> {
        for (var one : WorkKind.values()) {
          kinds.put(one.code(), one.textKey());
        }
      }
    }
    return kinds;
  }

  /// The words for `status`, the usual one first.
  static List<String> states(SubjectKind kind) {
    return switch (kind) {
      case ORGANISATION -> List.of("active", "dormant", "dissolved");
      case PERSON -> List.of("active", "retired", "deceased");
      case WORK -> List.of("active", "expired", "withdrawn");
    };
  }

  /// The controls of what is there.
  @Transactional(readOnly = true)
  Map<String, String> values(SubjectHead head, Language language) {
    return switch (head.kind()) {
      case ORGANISATION -> values(organisations.find(head.id()).orElseThrow());
      case PERSON -> values(people.find(head.id()).orElseThrow(), language);
      case WORK -> values(works.find(head.id()).orElseThrow(), language);
    };
  }

  private static Map<String, String> values(Organisation organisation) {
    var profile = organisation.profile();
    var place = profile.place();
    var values = new LinkedHashMap<String, String>();
    values.put("version", String.valueOf(organisation.version()));
    values.put("kind", profile.kind().code());
    values.put("status", profile.status());
    values.put("homepage", profile.homepage());
    values.put("economy", place.economy());
    values.put("region", place.region());
    values.put("district", place.district());
    values.put("lat_degrees", number(place.latDegrees()));
    values.put("lon_degrees", number(place.lonDegrees()));
    return values;
  }

  private Map<String, String> values(Person person, Language language) {
    var profile = person.profile();
    var values = named(profile.names(), person.version(), profile.organisation(), language);
    values.put("kind", profile.kind().code());
    values.put("status", profile.status());
    values.put("homepage", profile.homepage());
    return values;
  }

  private Map<String, String> values(Work work, Language language) {
    var profile = work.profile();
    var values = named(profile.names(), work.version(), profile.organisation(), language);
    values.put("kind", profile.kind().code());
    values.put("status", profile.status());
    values.put("homepage", profile.homepage());
    values.put("year", profile.year() == null ? "" : String.valueOf(profile.year()));
    return values;
  }

  private Map<String, String> named(
      Names names, long version, @Nullable Long organisation, Language language) {
    var values = new LinkedHashMap<String, String>();
    values.put("version", String.valueOf(version));
    values.put("name_zh", names.zh());
    values.put("name_en", names.en());
    String keeper = "";
    if (organisation != null) {
      SubjectHead head = heads.find(List.of(organisation)).get(organisation);
      String name = head == null ? "" : head.name(language);
      boolean clear = heads.meant(SubjectKind.ORGANISATION, name).size() == 1;
      keeper = clear ? name : String.valueOf(organisation);
    }
    values.put("organisation", keeper);
    return values;
  }

  private static String number(@Nullable Double number) {
    return number == null ? "" : BigDecimal.valueOf(number).toPlainString();
  }

  /// The form with what is wrong in ways that only a form can be: numbers that are none, names that
  /// mean nobody, identifiers.
  @Transactional(readOnly = true)
  Input checked(SubjectKind kind, boolean fresh, Input input, Texts texts) {
    var faults = new LinkedHashMap<String, String>();
    if (!kinds(kind).containsKey(input.value("kind"))) {
      faults.put("kind", texts.text("facts.page.kind.needed"));
    }
    if (kind == SubjectKind.ORGANISATION) {
      for (String control : List.of("lat_degrees", "lon_degrees")) {
        if (!input.value(control).isEmpty() && parsed(input.value(control)) == null) {
          faults.put(control, texts.text("facts.value.fault.number", input.value(control)));
        }
      }
    } else if (!input.value("organisation").isEmpty()) {
      var meant = heads.meant(SubjectKind.ORGANISATION, input.value("organisation"));
      if (meant.size() != 1) {
        faults.put(
            "organisation",
            texts.text(
                meant.isEmpty() ? "facts.page.meant.none" : "facts.page.meant.several",
                input.value("organisation"),
                String.join(", ", meant.stream().map(one -> String.valueOf(one.id())).toList())));
      }
    }
    if (kind == SubjectKind.WORK && !input.value("year").matches("([12][0-9]{3})?")) {
      faults.put("year", texts.text("facts.page.year.needed"));
    }
    if (fresh) {
      FactInput.day("since", input, texts, faults);
      for (IdentifierScheme scheme : kind.schemes()) {
        identifier(scheme, input, texts, faults);
      }
    }
    return input.withFaults(faults);
  }

  private void identifier(
      IdentifierScheme scheme, Input input, Texts texts, Map<String, String> faults) {
    String text = input.value(scheme.key());
    if (text.isEmpty()) {
      return;
    }
    switch (scheme.check(text)) {
      case IdentifierCheck.Invalid wrong ->
          faults.put(scheme.key(), InputFaults.sentence(Fault.of("value", wrong).words(), texts));
      case IdentifierCheck.Valid(String normal) ->
          parts
              .identifiers()
              .findSubject(scheme, normal)
              .ifPresent(other ->
                  faults.put(
                      scheme.key(),
                      texts.text("facts.reject.identifier-taken", normal, String.valueOf(other))));
    }
  }

  /// Degrees with as many places as a coordinate near 0 may have.
  private static @Nullable Double parsed(String text) {
    return text.matches("-?[0-9]{1,3}(\\.[0-9]{1,30})?") ? Double.valueOf(text) : null;
  }

  /// Enters a subject with its identifiers.
  ///
  /// @return its number
  @Transactional
  long create(SubjectKind kind, Input input) {
    var identifiers = new ArrayList<NewIdentifier>();
    for (IdentifierScheme scheme : kind.schemes()) {
      if (!input.value(scheme.key()).isEmpty()) {
        identifiers.add(NewIdentifier.of(scheme, input.value(scheme.key())));
      }
    }
    if (kind == SubjectKind.ORGANISATION) {
      String since = input.value("since");
      LocalDate day = since.isEmpty() ? null : LocalDate.parse(since);
      return organisations
          .create(new NewOrganisation(organisation(input, names(input)), identifiers, day))
          .id();
    }
    long id =
        kind == SubjectKind.PERSON
            ? people.create(person(input)).id()
            : works.create(work(input)).id();
    identifiers.forEach(identifier -> parts.identifiers().add(id, identifier));
    return id;
  }

  /// Changes a profile.
  @Transactional
  void update(SubjectHead head, Input input) {
    String text = input.value("version");
    long version = text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
    switch (head.kind()) {
      case ORGANISATION ->
          organisations.update(head.id(), organisation(input, head.names()), version);
      case PERSON -> people.update(head.id(), person(input), version);
      case WORK -> works.update(head.id(), work(input), version);
    }
  }

  private static Names names(Input input) {
    return new Names(input.value("name_zh"), input.value("name_en"));
  }

  private static OrganisationProfile organisation(Input input, Names names) {
    return new OrganisationProfile(
        names,
        OrganisationKind.find(input.value("kind")).orElseThrow(),
        new Place(
            input.value("economy"),
            input.value("region"),
            input.value("district"),
            parsed(input.value("lat_degrees")),
            parsed(input.value("lon_degrees"))),
        input.value("homepage"),
        input.value("status"));
  }

  private PersonProfile person(Input input) {
    return new PersonProfile(
        names(input),
        PersonKind.find(input.value("kind")).orElseThrow(),
        keeper(input),
        input.value("homepage"),
        input.value("status"));
  }

  private WorkProfile work(Input input) {
    String year = input.value("year");
    return new WorkProfile(
        names(input),
        WorkKind.find(input.value("kind")).orElseThrow(),
        keeper(input),
        year.isEmpty() ? null : Integer.valueOf(year),
        input.value("homepage"),
        input.value("status"));
  }

  private @Nullable Long keeper(Input input) {
    String text = input.value("organisation");
    return text.isEmpty() ? null : heads.meant(SubjectKind.ORGANISATION, text).getFirst().id();
  }
}
