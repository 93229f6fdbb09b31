package org.ronghe.platform.facts.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.ronghe.platform.facts.Names;
import org.ronghe.platform.facts.OrganisationProfile;
import org.ronghe.platform.facts.PersonProfile;
import org.ronghe.platform.facts.Place;
import org.ronghe.platform.facts.WorkProfile;
import org.ronghe.platform.facts.identifier.IdentifierCheck;
import org.ronghe.platform.facts.identifier.IdentifierScheme;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;

/// What has to be right with a profile: every fault at once.
final class ProfileChecks {
  static final Set<String> ORGANISATION_STATES = Set.of("active", "dormant", "dissolved");
  static final Set<String> PERSON_STATES = Set.of("active", "retired", "deceased");
  static final Set<String> WORK_STATES = Set.of("active", "expired", "withdrawn");
  private static final int LONGEST_NAME = 500;
  private static final int LONGEST_PLACE = 100;

  private final Map<String, String> faults = new LinkedHashMap<>();

  private ProfileChecks() {}

  /// The profile in normal form.
  ///
  /// @throws NodeProblem INPUT_INVALID with what is wrong
  static OrganisationProfile right(OrganisationProfile profile) {
    var checks = new ProfileChecks();
    checks.names(profile.names());
    checks.state(profile.status(), ORGANISATION_STATES);
    String homepage = checks.homepage(profile.homepage());
    Place place = checks.place(profile.place());
    checks.end();
    return new OrganisationProfile(
        profile.names(), profile.kind(), place, homepage, profile.status());
  }

  static PersonProfile right(PersonProfile profile) {
    var checks = new ProfileChecks();
    checks.names(profile.names());
    checks.state(profile.status(), PERSON_STATES);
    String homepage = checks.homepage(profile.homepage());
    checks.end();
    return new PersonProfile(
        profile.names(), profile.kind(), profile.organisation(), homepage, profile.status());
  }

  static WorkProfile right(WorkProfile profile) {
    var checks = new ProfileChecks();
    checks.names(profile.names());
    checks.state(profile.status(), WORK_STATES);
    Integer year = profile.year();
    if (year != null && (year < 1000 || year > 2999)) {
      checks.faults.put("year", "facts.profile.year");
    }
    String homepage = checks.homepage(profile.homepage());
    checks.end();
    return new WorkProfile(
        profile.names(), profile.kind(), profile.organisation(), year, homepage, profile.status());
  }

  /// @throws NodeProblem INPUT_INVALID with what is wrong
  static Names right(Names names) {
    var checks = new ProfileChecks();
    checks.names(names);
    checks.end();
    return names;
  }

  private void names(Names names) {
    if (names.main().isEmpty()) {
      faults.put("name_zh", "facts.profile.no-name");
    }
    if (names.zh().length() > LONGEST_NAME) {
      faults.put("name_zh", "facts.profile.long");
    }
    if (names.en().length() > LONGEST_NAME) {
      faults.put("name_en", "facts.profile.long");
    }
  }

  private void state(String status, Set<String> known) {
    if (!known.contains(status)) {
      faults.put("status", "facts.profile.status");
    }
  }

  private String homepage(String homepage) {
    if (homepage.isBlank()) {
      return "";
    }
    return switch (IdentifierScheme.URL.check(homepage)) {
      case IdentifierCheck.Valid(String normal) -> normal;
      case IdentifierCheck.Invalid wrong -> {
        faults.put("homepage", Fault.of("homepage", wrong).words());
        yield homepage;
      }
    };
  }

  private Place place(Place place) {
    String economy = place.economy();
    switch (IdentifierScheme.COUNTRY.check(economy)) {
      case IdentifierCheck.Valid(String normal) -> economy = normal;
      case IdentifierCheck.Invalid wrong ->
          faults.put("economy", Fault.of("economy", wrong).words());
    }
    if (place.region().length() > LONGEST_PLACE) {
      faults.put("region", "facts.profile.long");
    }
    if (place.district().length() > LONGEST_PLACE) {
      faults.put("district", "facts.profile.long");
    }
    Double lat = place.latDegrees();
    Double lon = place.lonDegrees();
    // Written so that what is no number fails, too.
    if ((lat == null) != (lon == null)
        || (lat != null && !(Math.abs(lat) <= 90))
        || (lon != null && !(Math.abs(lon) <= 180))) {
      faults.put("lat_degrees", "facts.profile.coordinates");
    }
    return new Place(economy, place.region().strip(), place.district().strip(), lat, lon);
  }

  private void end() {
    if (!faults.isEmpty()) {
      throw new NodeProblem(ProblemCode.INPUT_INVALID, faults);
    }
  }
}
