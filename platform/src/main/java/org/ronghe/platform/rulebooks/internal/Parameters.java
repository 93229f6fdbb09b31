package org.ronghe.platform.rulebooks.internal;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.access.Actors;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.rules.book.Input;
import org.ronghe.rules.number.Exact;
import org.ronghe.rules.source.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Numbers that documents leave to the operator: for all firms, or for one. Each is kept with who
/// set it and why, and ended when another takes its place.
@Component
public class Parameters {
  private static final int MOST_TOLD = 200;
  private static final int LONGEST_SOURCE = 500;
  private static final int LONGEST_VALUE = 30;

  private final JdbcClient jdbc;
  private final Shelf shelf;

  Parameters(JdbcClient jdbc, Shelf shelf) {
    this.jdbc = jdbc;
    this.shelf = shelf;
  }

  /// A number that a rulebook asks for.
  ///
  /// @param rulebook the first that does
  public record Asked(String name, Words words, Optional<Input.Range> between, String rulebook) {}

  /// A number as it was set.
  ///
  /// @param organisation null where it is for all firms
  /// @param until null while it holds
  public record Value(
      long id,
      String name,
      @Nullable Long organisation,
      BigDecimal number,
      String source,
      String by,
      Instant from,
      @Nullable Instant until) {}

  /// What rulebooks in use ask for, in their order.
  public List<Asked> asked() {
    var asked = new LinkedHashMap<String, Asked>();
    for (var program : shelf.current().programs()) {
      for (Input input : program.rulebook().inputs().values()) {
        if (input.origin() instanceof Input.Parameter parameter) {
          asked.putIfAbsent(
              input.name(),
              new Asked(input.name(), input.words(), parameter.between(), program.id()));
        }
      }
    }
    return List.copyOf(asked.values());
  }

  /// Numbers for all firms, by name. Called within a transaction.
  ///
  /// @param recorded as they were then; null for now
  Map<String, Exact> ofAll(@Nullable Instant recorded) {
    var numbers = new TreeMap<String, Exact>();
    rows("organisation IS NULL AND " + at(recorded), recorded, List.of())
        .forEach(one -> numbers.put(one.name(), Exact.of(one.number())));
    return numbers;
  }

  /// Numbers of firms that have some of their own, by firm and name. Called within a transaction.
  Map<Long, Map<String, Exact>> ofEach(Collection<Long> organisations, @Nullable Instant recorded) {
    var numbers = new HashMap<Long, Map<String, Exact>>();
    rows("organisation = ANY (:organisations) AND " + at(recorded), recorded, organisations)
        .forEach(one -> {
          Long organisation = one.organisation();
          if (organisation != null) {
            numbers
                .computeIfAbsent(organisation, _ -> new TreeMap<>())
                .put(one.name(), Exact.of(one.number()));
          }
        });
    return numbers;
  }

  private static String at(@Nullable Instant recorded) {
    return recorded == null ? "upper_inf(recorded)" : "recorded @> :at::timestamptz";
  }

  private List<Value> rows(
      String where, @Nullable Instant recorded, Collection<Long> organisations) {
    return jdbc.sql(
            "SELECT *, lower(recorded) AS since, upper(recorded) AS until FROM rulebook_parameter"
                + " WHERE "
                + where
                + " ORDER BY id")
        .param("at", recorded == null ? "" : recorded.toString())
        .param("organisations", organisations.toArray(Long[]::new))
        .query(Parameters::read)
        .list();
  }

  private static Value read(ResultSet row, int number) throws SQLException {
    long organisation = row.getLong("organisation");
    Long firm = row.wasNull() ? null : organisation;
    OffsetDateTime until = row.getObject("until", OffsetDateTime.class);
    return new Value(
        row.getLong("id"),
        row.getString("name"),
        firm,
        row.getBigDecimal("value"),
        row.getString("source"),
        row.getString("entered_as"),
        row.getObject("since", OffsetDateTime.class).toInstant(),
        until == null ? null : until.toInstant());
  }

  /// Every number ever set for all firms, or for one, the newest first.
  @Transactional(readOnly = true)
  public List<Value> history(@Nullable Long organisation) {
    return jdbc.sql(
            """
            SELECT *, lower(recorded) AS since, upper(recorded) AS until FROM rulebook_parameter
            WHERE organisation IS NOT DISTINCT FROM :organisation::bigint ORDER BY id DESC LIMIT :most\
            """)
        .param("organisation", organisation, java.sql.Types.BIGINT)
        .param("most", MOST_TOLD)
        .query(Parameters::read)
        .list();
  }

  /// The numbers that hold, for all firms or for one, by name.
  @Transactional(readOnly = true)
  public Map<String, Value> now(@Nullable Long organisation) {
    var now = new LinkedHashMap<String, Value>();
    String whose = organisation == null ? "IS NULL" : "= ANY (:organisations)";
    rows(
            "organisation " + whose + " AND upper_inf(recorded)",
            null,
            organisation == null ? List.of() : List.of(organisation))
        .forEach(one -> now.put(one.name(), one));
    return now;
  }

  /// Sets numbers, or takes away those that are sent empty; what is as it is stays.
  ///
  /// @param organisation null for all firms
  /// @param sent by name, as text
  /// @param source where they are from
  /// @return how many changed
  /// @throws NodeProblem NOT_ALLOWED but for officers; INPUT_INVALID with what is wrong, by name or
  ///   `source`; NOT_FOUND without the organisation
  @Transactional
  public int set(@Nullable Long organisation, Map<String, String> sent, String source) {
    if (!Actors.current().writesAll()) {
      throw new NodeProblem(ProblemCode.NOT_ALLOWED);
    }
    if (organisation != null
        && jdbc.sql("SELECT id FROM organisation WHERE id = :id")
            .param("id", organisation)
            .query(Long.class)
            .optional()
            .isEmpty()) {
      throw new NodeProblem(ProblemCode.NOT_FOUND);
    }
    var known = new LinkedHashMap<String, Asked>();
    asked().forEach(one -> known.put(one.name(), one));
    var faults = new TreeMap<String, String>();
    Map<String, Value> now = now(organisation);
    var changes = new TreeMap<String, Optional<BigDecimal>>();
    sent.forEach((name, text) -> {
      Asked asked = known.get(name);
      if (asked == null) {
        faults.put(name, "rulebooks.parameter.unknown");
        return;
      }
      Value old = now.get(name);
      if (text.isBlank()) {
        if (old != null) {
          changes.put(name, Optional.empty());
        }
        return;
      }
      Optional<BigDecimal> number = number(text.strip());
      if (number.isEmpty()) {
        faults.put(name, "rulebooks.parameter.no-number");
      } else if (!fits(asked, number.get())) {
        faults.put(name, "rulebooks.parameter.out");
      } else if (old == null || old.number().compareTo(number.get()) != 0) {
        changes.put(name, number);
      }
    });
    if (!changes.isEmpty() && (source.isBlank() || source.length() > LONGEST_SOURCE)) {
      faults.put("source", "rulebooks.parameter.source-needed");
    }
    if (!faults.isEmpty()) {
      throw new NodeProblem(ProblemCode.INPUT_INVALID, faults);
    }
    changes.forEach((name, number) -> change(organisation, name, number, source.strip()));
    return changes.size();
  }

  private static Optional<BigDecimal> number(String text) {
    return text.length() <= LONGEST_VALUE && text.matches("-?\\d+(\\.\\d+)?")
        ? Optional.of(new BigDecimal(text))
        : Optional.empty();
  }

  private static boolean fits(Asked asked, BigDecimal number) {
    Exact exact = Exact.of(number);
    return asked
        .between()
        .filter(range -> exact.compareTo(range.least()) < 0 || exact.compareTo(range.most()) > 0)
        .isEmpty();
  }

  private void change(
      @Nullable Long organisation, String name, Optional<BigDecimal> number, String source) {
    jdbc.sql(
            """
            UPDATE rulebook_parameter SET recorded = tstzrange(lower(recorded),
                greatest(clock_timestamp(), lower(recorded) + interval '1 microsecond')),
              closed_as = coalesce(current_setting('ronghe.actor', true), '')
            WHERE name = :name AND organisation IS NOT DISTINCT FROM :organisation::bigint AND upper_inf(recorded)\
            """)
        .param("name", name)
        .param("organisation", organisation, java.sql.Types.BIGINT)
        .update();
    if (number.isPresent()) {
      jdbc.sql(
              """
              INSERT INTO rulebook_parameter (name, organisation, value, source)
              VALUES (:name, :organisation, :value, :source)\
              """)
          .param("name", name)
          .param("organisation", organisation, java.sql.Types.BIGINT)
          .param("value", number.get())
          .param("source", source)
          .update();
    }
  }
}
