package org.ronghe.platform.facts.internal;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.facts.Validity;
import org.ronghe.platform.facts.dictionary.Attribute;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Writes many rows of `fact` with one statement. Called within a transaction.
@Component
class FactInsert {
  private final JdbcClient jdbc;
  private final AttributeRegister register;

  FactInsert(JdbcClient jdbc, AttributeRegister register) {
    this.jdbc = jdbc;
    this.register = register;
  }

  /// A fact that was found right.
  ///
  /// @param row its place among those given
  /// @param item null for the next free one
  record Ready(
      int row,
      long subject,
      Attribute attribute,
      @Nullable Integer item,
      FactColumns value,
      Validity valid,
      Origin origin) {}

  /// Where a fact comes from.
  ///
  /// @param corrects id of the fact it stands in for
  /// @param recordedFrom PostgreSQL's text of the instant it is recorded from; null for now
  record Origin(
      String source,
      @Nullable Long evidence,
      @Nullable Long corrects,
      String reason,
      @Nullable String recordedFrom) {}

  private record Multiple(long subject, int attribute) {}

  /// Inserts facts; those that overlap another, in the database or before them, are left out.
  ///
  /// @return the ids of those inserted, by their row
  Map<Integer, Long> insert(List<Ready> facts) {
    if (facts.isEmpty()) {
      return Map.of();
    }
    int count = facts.size();
    List<Long> ids =
        jdbc.sql(
                "SELECT nextval(pg_get_serial_sequence('fact', 'id')) FROM generate_series(1,"
                    + " :count)")
            .param("count", count)
            .query(SubjectRows.ID)
            .list();
    Integer[] items = items(facts);
    Set<Long> inserted =
        new HashSet<>(
            jdbc.sql(
                    """
                    INSERT INTO fact (id, subject, attribute, item, valid, recorded, value_number, value_amount,
                      currency, value_text, value_date, value_flag, value_subject, internal, source, evidence,
                      corrects, reason)
                    OVERRIDING SYSTEM VALUE
                    SELECT id, subject, attribute, item, valid::daterange,
                      tstzrange(coalesce(recorded_from, clock_timestamp()), NULL), value_number, value_amount,
                      currency, value_text, value_date::date, value_flag, value_subject, internal, source,
                      evidence, corrects, reason
                    FROM unnest(:ids::bigint[], :subjects::bigint[], :attributes::integer[], :items::integer[],
                      :valids::text[], :recorded::timestamptz[], :numbers::numeric[], :amounts::bigint[],
                      :currencies::text[], :texts::text[], :dates::text[], :flags::boolean[],
                      :references::bigint[], :internals::boolean[], :sources::text[], :evidences::bigint[],
                      :corrects::bigint[], :reasons::text[])
                      AS f (id, subject, attribute, item, valid, recorded_from, value_number, value_amount,
                        currency, value_text, value_date, value_flag, value_subject, internal, source, evidence,
                        corrects, reason)
                    ON CONFLICT DO NOTHING RETURNING id\
                    """)
                .param("ids", ids.toArray(Long[]::new))
                .param("subjects", column(facts, Ready::subject).toArray(Long[]::new))
                .param(
                    "attributes",
                    column(facts, f -> register.id(f.attribute())).toArray(Integer[]::new))
                .param("items", items)
                .param("valids", column(facts, f -> f.valid().range()).toArray(String[]::new))
                .param(
                    "recorded",
                    column(facts, f -> f.origin().recordedFrom()).toArray(String[]::new))
                .param("numbers", column(facts, f -> f.value().number()).toArray(BigDecimal[]::new))
                .param("amounts", column(facts, f -> f.value().amount()).toArray(Long[]::new))
                .param(
                    "currencies", column(facts, f -> f.value().currency()).toArray(String[]::new))
                .param("texts", column(facts, f -> f.value().text()).toArray(String[]::new))
                .param("dates", column(facts, f -> f.value().date()).toArray(String[]::new))
                .param("flags", column(facts, f -> f.value().flag()).toArray(Boolean[]::new))
                .param("references", column(facts, f -> f.value().subject()).toArray(Long[]::new))
                .param(
                    "internals",
                    column(facts, f -> f.attribute().internal()).toArray(Boolean[]::new))
                .param("sources", column(facts, f -> f.origin().source()).toArray(String[]::new))
                .param("evidences", column(facts, f -> f.origin().evidence()).toArray(Long[]::new))
                .param("corrects", column(facts, f -> f.origin().corrects()).toArray(Long[]::new))
                .param("reasons", column(facts, f -> f.origin().reason()).toArray(String[]::new))
                .query(SubjectRows.ID)
                .list());
    var byRow = new HashMap<Integer, Long>();
    for (int i = 0; i < count; i++) {
      if (inserted.contains(ids.get(i))) {
        byRow.put(facts.get(i).row(), ids.get(i));
      }
    }
    return byRow;
  }

  private static <T extends @Nullable Object> java.util.stream.Stream<T> column(
      List<Ready> facts, Function<Ready, T> of) {
    return facts.stream().map(of);
  }

  /// Items of attributes that hold several values count up from those there are.
  private Integer[] items(List<Ready> facts) {
    Map<Multiple, Integer> last = lastItems(facts);
    var items = new Integer[facts.size()];
    for (int i = 0; i < items.length; i++) {
      Ready fact = facts.get(i);
      Integer given = fact.item();
      if (given != null) {
        items[i] = given;
      } else if (fact.attribute().use().multiple()) {
        var key = new Multiple(fact.subject(), register.id(fact.attribute()));
        items[i] = last.merge(key, 1, Integer::sum);
      } else {
        items[i] = 0;
      }
    }
    return items;
  }

  private Map<Multiple, Integer> lastItems(List<Ready> facts) {
    var last = new HashMap<Multiple, Integer>();
    Long[] subjects =
        facts.stream()
            .filter(fact -> fact.item() == null && fact.attribute().use().multiple())
            .map(Ready::subject)
            .distinct()
            .sorted()
            .toArray(Long[]::new);
    if (subjects.length > 0) {
      // Two that count up at once would take the same number.
      jdbc.sql(
              """
              SELECT count(pg_advisory_xact_lock(hashint8extended(id, 30)))
              FROM (SELECT id FROM unnest(:subjects::bigint[]) AS s (id) ORDER BY id) AS s\
              """)
          .param("subjects", subjects)
          .query(Long.class)
          .single();
      jdbc.sql(
              """
              SELECT subject, attribute, max(item) AS item FROM fact
              WHERE subject = ANY (:subjects) AND item > 0 GROUP BY subject, attribute\
              """)
          .param("subjects", subjects)
          .query(row -> {
            last.put(
                new Multiple(row.getLong("subject"), row.getInt("attribute")), row.getInt("item"));
          });
    }
    return last;
  }
}
