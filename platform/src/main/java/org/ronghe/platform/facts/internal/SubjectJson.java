package org.ronghe.platform.facts.internal;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.facts.Fact;
import org.ronghe.platform.facts.Names;
import org.ronghe.platform.facts.Organisation;
import org.ronghe.platform.facts.OrganisationProfile;
import org.ronghe.platform.facts.Person;
import org.ronghe.platform.facts.Place;
import org.ronghe.platform.facts.Provenance;
import org.ronghe.platform.facts.Validity;
import org.ronghe.platform.facts.Work;

/// What the API answers about subjects and facts.
final class SubjectJson {
  private SubjectJson() {}

  record OrganisationJson(
      long id,
      Names name,
      String kind,
      Place place,
      String homepage,
      String status,
      long version,
      Instant changed) {
    static OrganisationJson of(Organisation organisation) {
      OrganisationProfile profile = organisation.profile();
      return new OrganisationJson(
          organisation.id(),
          profile.names(),
          profile.kind().code(),
          profile.place(),
          profile.homepage(),
          profile.status(),
          organisation.version(),
          organisation.changed());
    }
  }

  record PersonJson(
      long id,
      Names name,
      String kind,
      @Nullable Long organisation,
      String homepage,
      String status,
      long version,
      Instant changed) {
    static PersonJson of(Person person) {
      var profile = person.profile();
      return new PersonJson(
          person.id(),
          profile.names(),
          profile.kind().code(),
          profile.organisation(),
          profile.homepage(),
          profile.status(),
          person.version(),
          person.changed());
    }
  }

  record WorkJson(
      long id,
      Names name,
      @JsonUnwrapped WorkDetails details,
      String status,
      long version,
      Instant changed) {
    static WorkJson of(Work work) {
      var profile = work.profile();
      return new WorkJson(
          work.id(),
          profile.names(),
          new WorkDetails(
              profile.kind().code(), profile.organisation(), profile.year(), profile.homepage()),
          profile.status(),
          work.version(),
          work.changed());
    }
  }

  /// What is said of works alone, beside the rest.
  record WorkDetails(
      String kind, @Nullable Long organisation, @Nullable Integer year, String homepage) {}

  /// Days, the second exclusive; null is open.
  record Days(@Nullable LocalDate from, @Nullable LocalDate to) {
    Validity validity() {
      if (from != null && to != null && !from.isBefore(to)) {
        throw Fault.of("valid", "facts.reject.days-reversed").problem();
      }
      return new Validity(from, to);
    }

    static Days of(Validity valid) {
      return new Days(valid.from(), valid.to());
    }
  }

  /// @param value as text that can be sent back: `CNY 1234.56`, a fraction for a percentage
  /// @param current whether it is taken to be so now
  record FactJson(
      long id,
      long subject,
      String attribute,
      String value,
      Days valid,
      org.ronghe.platform.facts.Recorded recorded,
      boolean current,
      Provenance provenance) {
    static FactJson of(Fact fact) {
      return new FactJson(
          fact.id(),
          fact.subject(),
          fact.attribute(),
          fact.value().plain(),
          Days.of(fact.valid()),
          fact.recorded(),
          fact.recorded().open(),
          fact.provenance());
    }
  }

  /// A fact as a program enters it.
  record FactInput(
      long subject,
      String attribute,
      String value,
      @Nullable Days valid,
      @Nullable String source,
      @Nullable Long evidence) {
    Validity validity() {
      return valid == null ? Validity.always() : valid.validity();
    }
  }
}
