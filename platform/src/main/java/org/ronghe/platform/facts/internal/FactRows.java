package org.ronghe.platform.facts.internal;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.facts.AsOf;
import org.ronghe.platform.facts.Fact;
import org.ronghe.platform.facts.KnownFact;
import org.ronghe.platform.facts.Provenance;
import org.ronghe.platform.facts.Recorded;
import org.ronghe.platform.facts.Validity;
import org.ronghe.platform.facts.dictionary.FactValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads rows of `fact`. Called within a transaction.
@Component
class FactRows {
  private static final String SELECT =
      """
      SELECT f.id, f.subject, a.key, f.item, lower(f.valid) AS valid_from, upper(f.valid) AS valid_to,
        lower(f.recorded) AS recorded_from, upper(f.recorded) AS recorded_to, f.value_number, f.value_amount,
        f.currency, f.value_text, f.value_date, f.value_flag, f.value_subject, f.source, f.evidence,
        f.entered_as, f.corrects, f.reason, f.closed_as, f.close_reason
      FROM fact f JOIN attribute a ON a.id = f.attribute\
      """;

  private final JdbcClient jdbc;
  private final SubjectRows subjects;

  FactRows(JdbcClient jdbc, SubjectRows subjects) {
    this.jdbc = jdbc;
    this.subjects = subjects;
  }

  Optional<Fact> find(long id) {
    return jdbc.sql(SELECT + " WHERE f.id = :id").param("id", id).query(FactRows::read).optional();
  }

  List<Fact> state(long subject, AsOf asOf) {
    return jdbc.sql(
            SELECT
                + " WHERE f.subject = ANY (:family) AND f.valid @> :day::date AND "
                + openAt(asOf.recorded())
                + " ORDER BY f.attribute, f.item, f.id")
        .param("family", subjects.family(subject, asOf.recorded()))
        .param("day", asOf.day().toString())
        .param("at", text(asOf.recorded()))
        .query(FactRows::read)
        .list();
  }

  List<Fact> known(long subject, @Nullable Instant recorded) {
    return jdbc.sql(
            SELECT
                + " WHERE f.subject = ANY (:family) AND "
                + openAt(recorded)
                + " ORDER BY f.attribute, f.item, lower(f.valid) NULLS FIRST, f.id")
        .param("family", subjects.family(subject, recorded))
        .param("at", text(recorded))
        .query(FactRows::read)
        .list();
  }

  /// What is known of many subjects, ordered by whom they are read as. Only what rules look at is
  /// read: a city has tens of millions of rows.
  ///
  /// @param roots whom each subject is read as part of
  /// @param taken gets each with whom it is read as
  void eachKnown(
      Map<Long, Long> roots, @Nullable Instant recorded, BiConsumer<Long, KnownFact> taken) {
    var keys = new HashMap<Integer, String>();
    jdbc.sql("SELECT id, key FROM attribute")
        .query((row, _) -> keys.put(row.getInt(1), row.getString(2)))
        .list();
    var members = new ArrayList<Long>();
    var read = new ArrayList<Long>();
    roots.forEach((member, root) -> {
      members.add(member);
      read.add(root);
    });
    jdbc.sql(
            """
            SELECT family.root, f.id, f.subject, f.attribute, lower(f.valid) AS valid_from,
              upper(f.valid) AS valid_to, f.value_number, f.value_amount, f.currency, f.value_text,
              f.value_date, f.value_flag, f.value_subject, f.source
            FROM fact f JOIN unnest(:members::bigint[], :roots::bigint[]) AS family (member, root)
              ON f.subject = family.member WHERE \
            """
                + openAt(recorded)
                + " ORDER BY family.root, f.attribute, f.item, lower(f.valid) NULLS FIRST, f.id")
        .param("members", members.toArray(Long[]::new))
        .param("roots", read.toArray(Long[]::new))
        .param("at", text(recorded))
        .query(row -> {
          taken.accept(
              row.getLong(1),
              new KnownFact(
                  row.getLong(2),
                  row.getLong(3),
                  Objects.requireNonNull(keys.get(row.getInt(4))),
                  value(row),
                  valid(row),
                  row.getString("source")));
        });
  }

  private static Validity valid(ResultSet row) throws SQLException {
    return new Validity(
        row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class));
  }

  List<Fact> history(long subject, int attribute) {
    return jdbc.sql(
            SELECT
                + " WHERE f.subject = ANY (:family) AND f.attribute = :attribute"
                + " ORDER BY lower(f.recorded), f.id")
        .param("family", subjects.family(subject, null))
        .param("attribute", attribute)
        .query(FactRows::read)
        .list();
  }

  /// A fact of the same attribute and item that holds on one of the days.
  Optional<Fact> findOverlapping(long subject, int attribute, int item, Validity valid) {
    return jdbc.sql(
            SELECT
                + """
                 WHERE f.subject = :subject AND f.attribute = :attribute AND f.item = :item
                  AND f.superseded = 0 AND f.valid && :valid::daterange ORDER BY f.valid LIMIT 1\
                """)
        .param("subject", subject)
        .param("attribute", attribute)
        .param("item", item)
        .param("valid", valid.range())
        .query(FactRows::read)
        .optional();
  }

  private static String openAt(@Nullable Instant recorded) {
    return recorded == null
        ? "f.superseded = 0 AND :at::text IS NULL"
        : "f.recorded @> :at::timestamptz";
  }

  private static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }

  static Fact read(ResultSet row, int number) throws SQLException {
    return new Fact(
        row.getLong("id"),
        row.getLong("subject"),
        row.getString("key"),
        row.getInt("item"),
        value(row),
        valid(row),
        recorded(row),
        new Provenance(
            row.getString("source"),
            id(row, "evidence"),
            row.getString("entered_as"),
            id(row, "corrects"),
            row.getString("reason"),
            row.getString("closed_as"),
            row.getString("close_reason")));
  }

  static Recorded recorded(ResultSet row) throws SQLException {
    OffsetDateTime to = row.getObject("recorded_to", OffsetDateTime.class);
    return new Recorded(
        row.getObject("recorded_from", OffsetDateTime.class).toInstant(),
        to == null ? null : to.toInstant());
  }

  static @Nullable Long id(ResultSet row, String column) throws SQLException {
    long id = row.getLong(column);
    return row.wasNull() ? null : id;
  }

  private static FactValue value(ResultSet row) throws SQLException {
    BigDecimal number = row.getBigDecimal("value_number");
    Long subject = id(row, "value_subject");
    if (number != null) {
      return subject == null
          ? new FactValue.Figure(number)
          : new FactValue.Holding(subject, number);
    }
    if (subject != null) {
      return new FactValue.Reference(subject);
    }
    String text = row.getString("value_text");
    if (text != null) {
      return new FactValue.Text(text);
    }
    Long amount = id(row, "value_amount");
    if (amount != null) {
      return new FactValue.Money(amount, row.getString("currency"));
    }
    LocalDate date = row.getObject("value_date", LocalDate.class);
    return date == null
        ? new FactValue.Flag(row.getBoolean("value_flag"))
        : new FactValue.Day(date);
  }
}
