package org.ronghe.platform.facts.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ronghe.platform.facts.Names;
import org.ronghe.platform.facts.dictionary.SubjectKind;
import org.ronghe.platform.facts.identifier.IdentifierCheck;
import org.ronghe.platform.web.Filters;
import org.ronghe.platform.web.Filters.Field;
import org.ronghe.platform.web.ListQuery;
import org.ronghe.platform.web.Listing;
import org.ronghe.platform.web.Sorting;
import org.ronghe.platform.web.SqlCondition;
import org.ronghe.platform.web.SqlList;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Lists of subjects as pages show them.
@Component
class SubjectIndex {
  private static final String KEPT = " t LEFT JOIN organisation o ON o.id = t.organisation";

  private static final Sorting.Key ID = new Sorting.Key("id", "t.id", "bigint");
  private static final Sorting.Key NAME = new Sorting.Key("name", "t.name COLLATE \"C\"", "text");
  private static final Sorting.Key KIND = new Sorting.Key("kind", "t.kind", "text");
  private static final Sorting.Key CHANGED = new Sorting.Key("changed", "t.changed", "timestamptz");
  private static final Filters ORGANISATION_FILTERS =
      Filters.of(
          kinds(SubjectKind.ORGANISATION),
          states(SubjectKind.ORGANISATION),
          new Field("district", Filters.Kind.TEXT, "t.district"),
          new Field("region", Filters.Kind.TEXT, "t.region"),
          new Field("economy", Filters.Kind.TEXT, "t.economy"));
  private static final Filters PERSON_FILTERS = kept(SubjectKind.PERSON);
  private static final Filters WORK_FILTERS = kept(SubjectKind.WORK);

  private final JdbcClient jdbc;

  SubjectIndex(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private static Filters kept(SubjectKind kind) {
    return Filters.of(
        kinds(kind),
        states(kind),
        new Field("organisation", Filters.Kind.NUMBER, "t.organisation"));
  }

  private static Field kinds(SubjectKind kind) {
    return Field.of("kind", "t.kind", ProfileRecords.kinds(kind).keySet());
  }

  private static Field states(SubjectKind kind) {
    return Field.of("status", "t.status", ProfileRecords.states(kind));
  }

  /// What a list can be filtered by.
  static Filters filters(SubjectKind kind) {
    return switch (kind) {
      case ORGANISATION -> ORGANISATION_FILTERS;
      case PERSON -> PERSON_FILTERS;
      case WORK -> WORK_FILTERS;
    };
  }

  /// A part of the list.
  @Transactional(readOnly = true)
  Listing<SubjectRow> list(SubjectKind kind, ListQuery query) {
    Sorting sorting = Sorting.of(query.sort(), "name", ID, NAME, KIND, CHANGED);
    SqlCondition chosen = filters(kind).parse(query.filter()).and(searched(kind, query.search()));
    return new SqlList<>(
            columns(kind),
            kind == SubjectKind.ORGANISATION ? "organisation t" : kind.code() + KEPT,
            chosen,
            sorting,
            SqlList.COUNTED,
            (row, _) -> read(kind, row))
        .read(jdbc, query);
  }

  private static String columns(SubjectKind kind) {
    String common = "t.id, t.name_zh, t.name_en, t.kind, t.status, t.changed, ";
    String kept = "t.organisation, o.name_zh AS keeper_zh, o.name_en AS keeper_en, ";
    return switch (kind) {
      case ORGANISATION -> common + "t.district, t.region, t.economy";
      case PERSON -> common + kept + "NULL::integer AS year";
      case WORK -> common + kept + "t.year";
    };
  }

  private static SqlCondition searched(SubjectKind kind, String search) {
    String words = search.strip();
    if (words.isEmpty()) {
      return SqlCondition.ALL;
    }
    List<String> values =
        kind.schemes().stream()
            .map(scheme -> scheme.check(words))
            .filter(IdentifierCheck.Valid.class::isInstance)
            .map(check -> ((IdentifierCheck.Valid) check).normalised())
            .toList();
    if (values.isEmpty()) {
      return SqlList.holding(words, "t.name_zh", "t.name_en");
    }
    return new SqlCondition(
        "t.id IN (SELECT i.subject FROM identifier i WHERE i.superseded = 0 AND i.value IN"
            + " (:values))",
        Map.of("values", values));
  }

  private static SubjectRow read(SubjectKind kind, ResultSet row) throws SQLException {
    boolean organisation = kind == SubjectKind.ORGANISATION;
    SubjectRow.Keeper keeper = null;
    if (!organisation && FactRows.id(row, "organisation") != null) {
      keeper =
          new SubjectRow.Keeper(
              row.getLong("organisation"),
              new Names(row.getString("keeper_zh"), row.getString("keeper_en")));
    }
    return new SubjectRow(
        row.getLong("id"),
        new Names(row.getString("name_zh"), row.getString("name_en")),
        row.getString("kind"),
        row.getString("status"),
        row.getObject("changed", OffsetDateTime.class).toInstant(),
        organisation
            ? new SubjectRow.Location(
                row.getString("district"), row.getString("region"), row.getString("economy"))
            : new SubjectRow.Location("", "", ""),
        keeper,
        organisation ? null : row.getObject("year", Integer.class));
  }

  /// The districts that organisations are in, by jumping from one to the next in the index.
  @Transactional(readOnly = true)
  List<String> districts() {
    return jdbc.sql(
            """
            WITH RECURSIVE next (district) AS (
              (SELECT district FROM organisation WHERE district > '' ORDER BY district LIMIT 1)
              UNION ALL
              SELECT (SELECT o.district FROM organisation o WHERE o.district > n.district
                ORDER BY o.district LIMIT 1)
              FROM next n WHERE n.district IS NOT NULL)
            SELECT district FROM next WHERE district IS NOT NULL LIMIT 300\
            """)
        .query((row, _) -> Objects.requireNonNull(row.getString("district")))
        .list();
  }

  /// The newest facts about some organisations, what was corrected or retracted since left out.
  @Transactional(readOnly = true)
  List<Recent> recent(List<Long> organisations, int most) {
    if (organisations.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(
            """
            SELECT f.subject, a.key, lower(f.recorded) AS at, f.entered_as FROM fact f
            JOIN attribute a ON a.id = f.attribute
            WHERE f.subject = ANY (:ids) AND f.superseded = 0 ORDER BY lower(f.recorded) DESC, f.id DESC LIMIT :most\
            """)
        .param("ids", organisations.toArray(Long[]::new))
        .param("most", most)
        .query(SubjectIndex::recent)
        .list();
  }

  /// The newest facts of all that stand. They are looked for among the last few hundred alone.
  @Transactional(readOnly = true)
  List<Recent> newest(int most) {
    return jdbc.sql(
            """
            SELECT f.subject, a.key, lower(f.recorded) AS at, f.entered_as FROM (
              SELECT * FROM fact ORDER BY id DESC LIMIT 200) f
            JOIN attribute a ON a.id = f.attribute
            WHERE f.superseded = 0 ORDER BY f.id DESC LIMIT :most\
            """)
        .param("most", most)
        .query(SubjectIndex::recent)
        .list();
  }

  private static Recent recent(ResultSet row, int number) throws SQLException {
    return new Recent(
        row.getLong("subject"),
        row.getString("key"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("entered_as"));
  }

  /// Titles of some subjects that end within some days, the first to end first.
  @Transactional(readOnly = true)
  List<Ending> ending(List<Long> subjects, int days, int most) {
    if (subjects.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(
            """
            SELECT f.subject, a.key, upper(f.valid) - 1 AS last FROM fact f
            JOIN attribute a ON a.id = f.attribute
            WHERE f.subject = ANY (:ids) AND f.superseded = 0 AND a.type = 'title'
              AND upper(f.valid) > current_date AND upper(f.valid) <= current_date + :days
            ORDER BY upper(f.valid), f.id LIMIT :most\
            """)
        .param("ids", subjects.toArray(Long[]::new))
        .param("days", days)
        .param("most", most)
        .query((row, _) ->
            new Ending(
                row.getLong("subject"),
                row.getString("key"),
                Objects.requireNonNull(row.getObject("last", LocalDate.class))))
        .list();
  }

  /// That a title ends.
  ///
  /// @param last the last day it holds
  record Ending(long subject, String attribute, LocalDate last) {}

  /// That something was recorded.
  record Recent(long subject, String attribute, Instant at, String by) {}
}
