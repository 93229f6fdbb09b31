package org.ronghe.platform.facts.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.facts.Names;
import org.ronghe.platform.facts.People;
import org.ronghe.platform.facts.Person;
import org.ronghe.platform.facts.PersonKind;
import org.ronghe.platform.facts.PersonProfile;
import org.ronghe.platform.facts.dictionary.SubjectKind;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.web.Filters;
import org.ronghe.platform.web.ListQuery;
import org.ronghe.platform.web.Listing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// People in the database.
@Service
class StoredPeople implements People {
  static final String COLUMNS =
      "p.id, p.name_zh, p.name_en, p.kind, p.organisation, p.homepage, p.status,"
          + " p.version, p.changed";

  private static final SubjectTable<Person> TABLE =
      new SubjectTable<>(
          "person p",
          COLUMNS,
          "p",
          "true",
          Filters.of(
              new Filters.Field("id", Filters.Kind.NUMBER, "p.id"),
              new Filters.Field("name", Filters.Kind.SEARCH, "p.name_zh || ' ' || p.name_en"),
              Filters.Field.of("kind", "p.kind", ProfileRecords.kinds(SubjectKind.PERSON).keySet()),
              new Filters.Field("organisation", Filters.Kind.NUMBER, "p.organisation"),
              Filters.Field.of("status", "p.status", ProfileRecords.states(SubjectKind.PERSON))),
          StoredPeople::read);

  private final JdbcClient jdbc;
  private final SubjectRows subjects;

  StoredPeople(JdbcClient jdbc, SubjectRows subjects) {
    this.jdbc = jdbc;
    this.subjects = subjects;
  }

  @Override
  @Transactional(readOnly = true)
  public Listing<Person> list(ListQuery query) {
    return TABLE.list(jdbc, query);
  }

  @Override
  @Transactional
  public Person create(PersonProfile profile) {
    return get(createAll(List.of(profile)).getFirst());
  }

  @Override
  @Transactional
  public List<Long> createAll(List<PersonProfile> profiles) {
    List<PersonProfile> right = profiles.stream().map(ProfileChecks::right).toList();
    var keepers = new ArrayList<@Nullable Long>();
    right.forEach(profile -> keepers.add(profile.organisation()));
    List<Long> ids = subjects.createAll(SubjectKind.PERSON, keepers);
    jdbc.sql(
            """
            INSERT INTO person (id, name_zh, name_en, kind, organisation, homepage, status)
            SELECT * FROM unnest(:ids::bigint[], :zh::text[], :en::text[], :kinds::text[],
              :keepers::bigint[], :homepages::text[], :states::text[])\
            """)
        .param("ids", ids.toArray(Long[]::new))
        .param("zh", texts(right, profile -> profile.names().zh()))
        .param("en", texts(right, profile -> profile.names().en()))
        .param("kinds", texts(right, profile -> profile.kind().code()))
        .param("keepers", keepers.toArray(Long[]::new))
        .param("homepages", texts(right, PersonProfile::homepage))
        .param("states", texts(right, PersonProfile::status))
        .update();
    return ids;
  }

  private static String[] texts(List<PersonProfile> profiles, Function<PersonProfile, String> of) {
    return profiles.stream().map(of).toArray(String[]::new);
  }

  @Override
  @Transactional
  public Person update(long person, PersonProfile profile, long version) {
    PersonProfile right = ProfileChecks.right(profile);
    // Who keeps the facts is not changed here: it would move them out of somebody's sight.
    int changed =
        jdbc.sql(
                """
                UPDATE person SET name_zh = :zh, name_en = :en, kind = :kind, homepage = :homepage,
                  status = :status, version = version + 1, changed = now()
                WHERE id = :id AND version = :version\
                """)
            .param("zh", right.names().zh())
            .param("en", right.names().en())
            .param("kind", right.kind().code())
            .param("homepage", right.homepage())
            .param("status", right.status())
            .param("id", person)
            .param("version", version)
            .update();
    if (changed == 0) {
      get(person);
      throw new NodeProblem(
          subjects.get(person).writable()
              ? ProblemCode.CHANGED_MEANWHILE
              : ProblemCode.NOT_ALLOWED);
    }
    return get(person);
  }

  private Person get(long id) {
    return find(id).orElseThrow(() -> new NodeProblem(ProblemCode.NOT_FOUND));
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Person> find(long person) {
    return jdbc.sql("SELECT " + COLUMNS + " FROM person p WHERE p.id = :id")
        .param("id", person)
        .query(StoredPeople::read)
        .optional();
  }

  static Person read(ResultSet row, int number) throws SQLException {
    var profile =
        new PersonProfile(
            new Names(row.getString("name_zh"), row.getString("name_en")),
            PersonKind.find(row.getString("kind")).orElseThrow(),
            FactRows.id(row, "organisation"),
            row.getString("homepage"),
            row.getString("status"));
    return new Person(
        row.getLong("id"),
        profile,
        row.getLong("version"),
        row.getObject("changed", OffsetDateTime.class).toInstant());
  }
}
