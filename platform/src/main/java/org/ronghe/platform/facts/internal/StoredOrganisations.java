package org.ronghe.platform.facts.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.access.Actors;
import org.ronghe.platform.facts.AsOf;
import org.ronghe.platform.facts.Correction;
import org.ronghe.platform.facts.Fact;
import org.ronghe.platform.facts.Facts;
import org.ronghe.platform.facts.Identifiers;
import org.ronghe.platform.facts.Names;
import org.ronghe.platform.facts.NewFact;
import org.ronghe.platform.facts.NewOrganisation;
import org.ronghe.platform.facts.Organisation;
import org.ronghe.platform.facts.OrganisationKind;
import org.ronghe.platform.facts.OrganisationProfile;
import org.ronghe.platform.facts.Organisations;
import org.ronghe.platform.facts.Place;
import org.ronghe.platform.facts.Validity;
import org.ronghe.platform.facts.dictionary.SubjectKind;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.web.Filters;
import org.ronghe.platform.web.ListQuery;
import org.ronghe.platform.web.Listing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Organisations in the database.
@Service
class StoredOrganisations implements Organisations {
  static final String NAME_ZH = "registered_name";
  static final String NAME_EN = "registered_name_en";
  static final String COLUMNS =
      "o.id, o.name_zh, o.name_en, o.kind, o.economy, o.region, o.district, o.lat_degrees,"
          + " o.lon_degrees, o.homepage, o.status, o.version, o.changed";

  private static final SubjectTable<Organisation> TABLE =
      new SubjectTable<>(
          "organisation o",
          COLUMNS,
          "o",
          // What is merged into another is read as part of that one.
          "NOT EXISTS (SELECT FROM merge m WHERE m.merged = o.id AND m.in_force @> now())",
          Filters.of(
              new Filters.Field("id", Filters.Kind.NUMBER, "o.id"),
              new Filters.Field("name", Filters.Kind.SEARCH, "o.name_zh || ' ' || o.name_en"),
              Filters.Field.of(
                  "kind", "o.kind", ProfileRecords.kinds(SubjectKind.ORGANISATION).keySet()),
              new Filters.Field("economy", Filters.Kind.TEXT, "o.economy"),
              new Filters.Field("region", Filters.Kind.TEXT, "o.region"),
              new Filters.Field("district", Filters.Kind.TEXT, "o.district"),
              Filters.Field.of(
                  "status", "o.status", ProfileRecords.states(SubjectKind.ORGANISATION))),
          StoredOrganisations::read);

  private final JdbcClient jdbc;
  private final SubjectRows subjects;
  private final Facts facts;
  private final Identifiers identifiers;

  StoredOrganisations(JdbcClient jdbc, SubjectRows subjects, Facts facts, Identifiers identifiers) {
    this.jdbc = jdbc;
    this.subjects = subjects;
    this.facts = facts;
    this.identifiers = identifiers;
  }

  @Override
  @Transactional(readOnly = true)
  public Listing<Organisation> list(ListQuery query) {
    return TABLE.list(jdbc, query);
  }

  @Override
  @Transactional
  public Organisation create(NewOrganisation organisation) {
    long id = createAll(List.of(organisation.profile())).getFirst();
    var since = new Validity(organisation.since(), null);
    Names names = get(id).names();
    if (!names.zh().isEmpty()) {
      facts.record(NewFact.of(id, NAME_ZH, names.zh(), since, ""));
    }
    if (!names.en().isEmpty()) {
      facts.record(NewFact.of(id, NAME_EN, names.en(), since, ""));
    }
    organisation.identifiers().forEach(identifier -> identifiers.add(id, identifier));
    return get(id);
  }

  @Override
  @Transactional
  public List<Long> createAll(List<OrganisationProfile> profiles) {
    if (!Actors.current().writesAll()) {
      throw new NodeProblem(ProblemCode.NOT_ALLOWED);
    }
    List<OrganisationProfile> right = profiles.stream().map(ProfileChecks::right).toList();
    List<Long> ids = subjects.createOrganisations(right.size());
    jdbc.sql(
            """
            INSERT INTO organisation (id, name_zh, name_en, kind, economy, region, district, lat_degrees,
              lon_degrees, homepage, status)
            SELECT * FROM unnest(:ids::bigint[], :zh::text[], :en::text[], :kinds::text[], :economies::text[],
              :regions::text[], :districts::text[], :lats::float8[], :lons::float8[], :homepages::text[],
              :states::text[])\
            """)
        .param("ids", ids.toArray(Long[]::new))
        .param("zh", texts(right, profile -> profile.names().zh()))
        .param("en", texts(right, profile -> profile.names().en()))
        .param("kinds", texts(right, profile -> profile.kind().code()))
        .param("economies", texts(right, profile -> profile.place().economy()))
        .param("regions", texts(right, profile -> profile.place().region()))
        .param("districts", texts(right, profile -> profile.place().district()))
        .param("lats", numbers(right, profile -> profile.place().latDegrees()))
        .param("lons", numbers(right, profile -> profile.place().lonDegrees()))
        .param("homepages", texts(right, OrganisationProfile::homepage))
        .param("states", texts(right, OrganisationProfile::status))
        .update();
    return ids;
  }

  private static String[] texts(
      List<OrganisationProfile> profiles, Function<OrganisationProfile, String> of) {
    return profiles.stream().map(of).toArray(String[]::new);
  }

  private static Double[] numbers(
      List<OrganisationProfile> profiles, Function<OrganisationProfile, @Nullable Double> of) {
    return profiles.stream().map(of).toArray(Double[]::new);
  }

  @Override
  @Transactional
  public Organisation update(long organisation, OrganisationProfile profile, long version) {
    OrganisationProfile right = ProfileChecks.right(profile);
    Place place = right.place();
    int changed =
        jdbc.sql(
                """
                UPDATE organisation SET kind = :kind, economy = :economy, region = :region,
                  district = :district, lat_degrees = :lat, lon_degrees = :lon, homepage = :homepage,
                  status = :status, version = version + 1, changed = now()
                WHERE id = :id AND version = :version\
                """)
            .param("kind", right.kind().code())
            .param("economy", place.economy())
            .param("region", place.region())
            .param("district", place.district())
            .param("lat", place.latDegrees(), java.sql.Types.DOUBLE)
            .param("lon", place.lonDegrees(), java.sql.Types.DOUBLE)
            .param("homepage", right.homepage())
            .param("status", right.status())
            .param("id", organisation)
            .param("version", version)
            .update();
    if (changed == 0) {
      throw unchanged(organisation);
    }
    return get(organisation);
  }

  @Override
  @Transactional
  public Organisation rename(
      long organisation, Names names, LocalDate from, String reason, long version) {
    ProfileChecks.right(names);
    if (reason.isBlank()) {
      throw Fault.of("reason", "facts.reject.no-reason").problem();
    }
    Names former = get(organisation).names();
    int changed =
        jdbc.sql(
                """
                UPDATE organisation SET name_zh = :zh, name_en = :en, version = version + 1, changed = now()
                WHERE id = :id AND version = :version\
                """)
            .param("zh", names.zh())
            .param("en", names.en())
            .param("id", organisation)
            .param("version", version)
            .update();
    if (changed == 0) {
      throw unchanged(organisation);
    }
    renameFact(organisation, NAME_ZH, former.zh(), names.zh(), from, reason);
    renameFact(organisation, NAME_EN, former.en(), names.en(), from, reason);
    return get(organisation);
  }

  private void renameFact(
      long organisation,
      String attribute,
      String former,
      String name,
      LocalDate from,
      String reason) {
    if (former.equals(name)) {
      return;
    }
    Optional<Fact> held =
        facts.state(organisation, AsOf.day(from)).stream()
            .filter(fact -> fact.subject() == organisation && fact.attribute().equals(attribute))
            .findFirst();
    if (held.isEmpty()) {
      if (!name.isEmpty()) {
        facts.record(NewFact.of(organisation, attribute, name, Validity.from(from), reason));
      }
      return;
    }
    Fact fact = held.get();
    LocalDate to = fact.valid().to();
    if (name.isEmpty()) {
      facts.retract(fact.id(), reason);
    } else if (from.equals(fact.valid().from())) {
      facts.correct(fact.id(), new Correction(name, new Validity(from, to), reason, null, reason));
    } else {
      facts.change(
          fact.id(), from, new Correction(name, new Validity(from, to), reason, null, reason));
    }
  }

  /// Why an update met no row.
  private NodeProblem unchanged(long organisation) {
    var subject = subjects.get(organisation);
    return new NodeProblem(
        subject.writable() ? ProblemCode.CHANGED_MEANWHILE : ProblemCode.NOT_ALLOWED);
  }

  private Organisation get(long id) {
    return find(id).orElseThrow(() -> new NodeProblem(ProblemCode.NOT_FOUND));
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Organisation> find(long organisation) {
    return jdbc.sql("SELECT " + COLUMNS + " FROM organisation o WHERE o.id = :id")
        .param("id", organisation)
        .query(StoredOrganisations::read)
        .optional();
  }

  @Override
  @Transactional(readOnly = true)
  public long survivor(long organisation) {
    return jdbc.sql("SELECT organisation_survivor(:id)")
        .param("id", organisation)
        .query(Long.class)
        .single();
  }

  @Override
  @Transactional(readOnly = true)
  public Map<Long, Names> names(Collection<Long> organisations) {
    var names = new LinkedHashMap<Long, Names>();
    jdbc.sql("SELECT id, name_zh, name_en FROM organisation WHERE id = ANY (:ids)")
        .param("ids", organisations.toArray(Long[]::new))
        .query(row -> {
          names.put(
              row.getLong("id"), new Names(row.getString("name_zh"), row.getString("name_en")));
        });
    return names;
  }

  static Organisation read(ResultSet row, int number) throws SQLException {
    var place =
        new Place(
            row.getString("economy"),
            row.getString("region"),
            row.getString("district"),
            row.getObject("lat_degrees", Double.class),
            row.getObject("lon_degrees", Double.class));
    var profile =
        new OrganisationProfile(
            new Names(row.getString("name_zh"), row.getString("name_en")),
            OrganisationKind.find(row.getString("kind")).orElseThrow(),
            place,
            row.getString("homepage"),
            row.getString("status"));
    return new Organisation(
        row.getLong("id"),
        profile,
        row.getLong("version"),
        row.getObject("changed", OffsetDateTime.class).toInstant());
  }
}
