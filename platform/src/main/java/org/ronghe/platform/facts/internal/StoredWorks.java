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
import org.ronghe.platform.facts.Work;
import org.ronghe.platform.facts.WorkKind;
import org.ronghe.platform.facts.WorkProfile;
import org.ronghe.platform.facts.Works;
import org.ronghe.platform.facts.dictionary.SubjectKind;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.web.Filters;
import org.ronghe.platform.web.ListQuery;
import org.ronghe.platform.web.Listing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Works in the database.
@Service
class StoredWorks implements Works {
  static final String COLUMNS =
      "p.id, p.name_zh, p.name_en, p.kind, p.organisation, p.year, p.homepage, p.status,"
          + " p.version, p.changed";

  private static final SubjectTable<Work> TABLE =
      new SubjectTable<>(
          "work p",
          COLUMNS,
          "p",
          "true",
          Filters.of(
              new Filters.Field("id", Filters.Kind.NUMBER, "p.id"),
              new Filters.Field("name", Filters.Kind.SEARCH, "p.name_zh || ' ' || p.name_en"),
              Filters.Field.of("kind", "p.kind", ProfileRecords.kinds(SubjectKind.WORK).keySet()),
              new Filters.Field("organisation", Filters.Kind.NUMBER, "p.organisation"),
              new Filters.Field("year", Filters.Kind.NUMBER, "p.year"),
              Filters.Field.of("status", "p.status", ProfileRecords.states(SubjectKind.WORK))),
          StoredWorks::read);

  private final JdbcClient jdbc;
  private final SubjectRows subjects;

  StoredWorks(JdbcClient jdbc, SubjectRows subjects) {
    this.jdbc = jdbc;
    this.subjects = subjects;
  }

  @Override
  @Transactional(readOnly = true)
  public Listing<Work> list(ListQuery query) {
    return TABLE.list(jdbc, query);
  }

  @Override
  @Transactional
  public Work create(WorkProfile profile) {
    return get(createAll(List.of(profile)).getFirst());
  }

  @Override
  @Transactional
  public List<Long> createAll(List<WorkProfile> profiles) {
    List<WorkProfile> right = profiles.stream().map(ProfileChecks::right).toList();
    var keepers = new ArrayList<@Nullable Long>();
    right.forEach(profile -> keepers.add(profile.organisation()));
    List<Long> ids = subjects.createAll(SubjectKind.WORK, keepers);
    jdbc.sql(
            """
            INSERT INTO work (id, name_zh, name_en, kind, organisation, year, homepage, status)
            SELECT * FROM unnest(:ids::bigint[], :zh::text[], :en::text[], :kinds::text[],
              :keepers::bigint[], :years::integer[], :homepages::text[], :states::text[])\
            """)
        .param("ids", ids.toArray(Long[]::new))
        .param("zh", texts(right, profile -> profile.names().zh()))
        .param("en", texts(right, profile -> profile.names().en()))
        .param("kinds", texts(right, profile -> profile.kind().code()))
        .param("keepers", keepers.toArray(Long[]::new))
        .param("years", right.stream().map(WorkProfile::year).toArray(Integer[]::new))
        .param("homepages", texts(right, WorkProfile::homepage))
        .param("states", texts(right, WorkProfile::status))
        .update();
    return ids;
  }

  private static String[] texts(List<WorkProfile> profiles, Function<WorkProfile, String> of) {
    return profiles.stream().map(of).toArray(String[]::new);
  }

  @Override
  @Transactional
  public Work update(long work, WorkProfile profile, long version) {
    WorkProfile right = ProfileChecks.right(profile);
    // Who keeps the facts is not changed here: it would move them out of somebody's sight.
    int changed =
        jdbc.sql(
                """
                UPDATE work SET name_zh = :zh, name_en = :en, kind = :kind, year = :year, homepage = :homepage,
                  status = :status, version = version + 1, changed = now()
                WHERE id = :id AND version = :version\
                """)
            .param("zh", right.names().zh())
            .param("en", right.names().en())
            .param("kind", right.kind().code())
            .param("year", right.year(), java.sql.Types.INTEGER)
            .param("homepage", right.homepage())
            .param("status", right.status())
            .param("id", work)
            .param("version", version)
            .update();
    if (changed == 0) {
      get(work);
      throw new NodeProblem(
          subjects.get(work).writable() ? ProblemCode.CHANGED_MEANWHILE : ProblemCode.NOT_ALLOWED);
    }
    return get(work);
  }

  private Work get(long id) {
    return find(id).orElseThrow(() -> new NodeProblem(ProblemCode.NOT_FOUND));
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Work> find(long work) {
    return jdbc.sql("SELECT " + COLUMNS + " FROM work p WHERE p.id = :id")
        .param("id", work)
        .query(StoredWorks::read)
        .optional();
  }

  static Work read(ResultSet row, int number) throws SQLException {
    var profile =
        new WorkProfile(
            new Names(row.getString("name_zh"), row.getString("name_en")),
            WorkKind.find(row.getString("kind")).orElseThrow(),
            FactRows.id(row, "organisation"),
            row.getObject("year", Integer.class),
            row.getString("homepage"),
            row.getString("status"));
    return new Work(
        row.getLong("id"),
        profile,
        row.getLong("version"),
        row.getObject("changed", OffsetDateTime.class).toInstant());
  }
}
