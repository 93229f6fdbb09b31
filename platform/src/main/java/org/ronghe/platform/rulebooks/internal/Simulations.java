package org.ronghe.platform.rulebooks.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.facts.Names;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.rulebooks.internal.CityParts.By;
import org.ronghe.platform.text.Language;
import org.ronghe.platform.web.Filters;
import org.ronghe.platform.web.Filters.Field;
import org.ronghe.platform.web.ListQuery;
import org.ronghe.platform.web.Listing;
import org.ronghe.platform.web.Sorting;
import org.ronghe.platform.web.SqlCondition;
import org.ronghe.platform.web.SqlList;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// Drafts of rulebooks tried on all firms.
@Component
public class Simulations {
  private static final int LONGEST_NAME = 200;
  private static final Filters FILTERS =
      Filters.of(
          new Field("title", Filters.Kind.TEXT, "s.title"),
          new Field("before", Filters.Kind.TEXT, "coalesce(s.before, 'none')"),
          new Field("after", Filters.Kind.TEXT, "coalesce(s.after, 'none')"),
          new Field("turned", Filters.Kind.TRUTH, "(s.before IS DISTINCT FROM s.after)"),
          new Field("district", Filters.Kind.TEXT, "o.district"),
          new Field("industry", Filters.Kind.TEXT, "left(f.industry, 1)"));

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  Simulations(JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
  }

  /// A draft tried.
  ///
  /// @param name as it was given, or the draft's title in Chinese
  /// @param nameEn the draft's title in English; empty where a name was given
  /// @param baseline the rulebook in force it is compared with; empty for none
  /// @param run how far it is
  public record Simulation(
      long id,
      String name,
      String nameEn,
      String rulebook,
      String baseline,
      LocalDate asOf,
      Run run) {
    /// What it is called on a page in that language.
    public String title(Language language) {
      return new Names(name, nameEn).in(language);
    }
  }

  /// How far it is.
  ///
  /// @param firms how many were judged; null until all were
  public record Run(@Nullable Long job, String by, Instant started, @Nullable Long firms) {}

  /// A firm's answers; null where a rulebook gives none.
  public record FirmTurn(
      long organisation,
      Names names,
      String district,
      String title,
      @Nullable String before,
      @Nullable String after) {}

  /// A firm's answers by both; null where a rulebook gives none.
  record Both(long organisation, String title, @Nullable String before, @Nullable String after) {}

  /// How many firms went from one answer to another.
  ///
  /// @param before code of an answer, or `none`
  public record Move(String title, String before, String after, long firms) {}

  /// What somebody wants tried.
  record Order(Names names, String content, String rulebook, String baseline, LocalDate asOf) {}

  /// Enters a draft, which has been checked.
  ///
  /// @return its id
  @Transactional
  long enter(Order order) {
    return jdbc.sql(
            """
            INSERT INTO simulation (name, name_en, rulebook, content, baseline, as_of)
            VALUES (:name, :english, :rulebook, :content, :baseline, :day::date) RETURNING id\
            """)
        .param("name", cut(order.names().zh()))
        .param("english", cut(order.names().en()))
        .param("rulebook", order.rulebook())
        .param("content", order.content())
        .param("baseline", order.baseline())
        .param("day", order.asOf().toString())
        .query((row, _) -> row.getLong(1))
        .single();
  }

  private static String cut(String name) {
    return name.substring(0, Math.min(LONGEST_NAME, name.length()));
  }

  /// Notes which job tries it.
  @Transactional
  void setJob(long id, long job) {
    jdbc.sql("UPDATE simulation SET job = :job WHERE id = :id")
        .param("job", job)
        .param("id", id)
        .update();
  }

  @Transactional(readOnly = true)
  public List<Simulation> all() {
    return jdbc.sql("SELECT * FROM simulation ORDER BY id DESC LIMIT 100")
        .query(Simulations::read)
        .list();
  }

  /// One of them.
  ///
  /// @throws NodeProblem NOT_FOUND
  @Transactional(readOnly = true)
  public Simulation get(long id) {
    return jdbc.sql("SELECT * FROM simulation WHERE id = :id")
        .param("id", id)
        .query(Simulations::read)
        .optional()
        .orElseThrow(() -> new NodeProblem(ProblemCode.NOT_FOUND));
  }

  /// The draft's text.
  @Transactional(readOnly = true)
  Optional<String> findContent(long id) {
    return jdbc.sql("SELECT content FROM simulation WHERE id = :id")
        .param("id", id)
        .query((row, _) -> row.getString(1))
        .optional();
  }

  private static Simulation read(ResultSet row, int number) throws SQLException {
    return new Simulation(
        row.getLong("id"),
        row.getString("name"),
        row.getString("name_en"),
        row.getString("rulebook"),
        row.getString("baseline"),
        row.getObject("as_of", LocalDate.class),
        new Run(
            row.getObject("job", Long.class),
            row.getString("started_as"),
            row.getObject("started", OffsetDateTime.class).toInstant(),
            row.getObject("firms", Long.class)));
  }

  /// From which answer to which, by title.
  @Transactional(readOnly = true)
  public List<Move> moves(long id) {
    return jdbc.sql(
            """
            SELECT title, coalesce(before, 'none') AS before, coalesce(after, 'none') AS after, count(*) AS firms
            FROM simulation_firm WHERE simulation = :id GROUP BY 1, 2, 3 ORDER BY 1, 2, 3\
            """)
        .param("id", id)
        .query((row, _) ->
            new Move(row.getString(1), row.getString(2), row.getString(3), row.getLong(4)))
        .list();
  }

  /// The answers by both rules in every part of the city, by title and part.
  @Transactional(readOnly = true)
  public List<Part> parts(long id, By by) {
    var parts = new LinkedHashMap<List<String>, Part>();
    jdbc.sql(
            "SELECT s.title, "
                + by.column()
                + " AS part, coalesce(s.before, 'none') AS before, coalesce(s.after, 'none') AS"
                + " after, count(*) AS firms"
                + " FROM simulation_firm s JOIN organisation o ON o.id = s.organisation"
                + " LEFT JOIN judged_firm f ON f.organisation = s.organisation"
                + " WHERE s.simulation = :id GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4")
        .param("id", id)
        .query(row -> {
          String title = row.getString("title");
          String name = row.getString("part");
          var move =
              new Move(
                  title, row.getString("before"), row.getString("after"), row.getLong("firms"));
          parts.merge(List.of(title, name), new Part(title, name, List.of(move)), Part::with);
        });
    return List.copyOf(parts.values());
  }

  /// A part of the city by both rules.
  ///
  /// @param name a district, or a section of industry; empty where it is not known
  public record Part(String title, String name, List<Move> moves) {
    private static final String MET = "met";

    public Part {
      moves = List.copyOf(moves);
    }

    private Part with(Part other) {
      return new Part(title, name, Stream.concat(moves.stream(), other.moves.stream()).toList());
    }

    private long firms(Predicate<Move> which) {
      return moves.stream().filter(which).mapToLong(Move::firms).sum();
    }

    /// How many firms get an answer by the rule in force.
    public long before(String answer) {
      return firms(move -> move.before().equals(answer));
    }

    /// How many get it by the draft.
    public long after(String answer) {
      return firms(move -> move.after().equals(answer));
    }

    /// How many no longer meet it.
    public long lose() {
      return firms(move -> move.before().equals(MET) && !move.after().equals(MET));
    }

    /// How many newly meet it.
    public long gain() {
      return firms(move -> move.after().equals(MET) && !move.before().equals(MET));
    }
  }

  /// A part of the firms.
  @Transactional(readOnly = true)
  public Listing<FirmTurn> firms(long id, ListQuery query) {
    return new SqlList<>(
            "s.*, o.name_zh, o.name_en, o.district",
            "simulation_firm s JOIN organisation o ON o.id = s.organisation"
                + " LEFT JOIN judged_firm f ON f.organisation = s.organisation",
            FILTERS
                .parse(query.filter())
                .and(new SqlCondition("s.simulation = :simulation", Map.of("simulation", id))),
            Sorting.of(
                query.sort(),
                "name",
                new Sorting.Key("id", "(s.organisation || ' ' || s.title)", "text"),
                new Sorting.Key("name", "o.name COLLATE \"C\"", "text"),
                new Sorting.Key("district", "o.district", "text")),
            SqlList.COUNTED,
            (row, _) -> turn(row))
        .read(jdbc, query);
  }

  private static FirmTurn turn(ResultSet row) throws SQLException {
    return new FirmTurn(
        row.getLong("organisation"),
        new Names(row.getString("name_zh"), row.getString("name_en")),
        row.getString("district"),
        row.getString("title"),
        row.getString("before"),
        row.getString("after"));
  }

  /// Writes a block of answers. Called by the node itself.
  void put(long id, List<Both> turns) {
    transaction.executeWithoutResult(_ ->
        jdbc.sql(
                """
                INSERT INTO simulation_firm (simulation, organisation, title, before, after)
                SELECT :id, n.* FROM unnest(:firms::bigint[], :titles::text[], :before::text[], :after::text[]) AS n
                ON CONFLICT (simulation, organisation, title)
                  DO UPDATE SET before = excluded.before, after = excluded.after\
                """)
            .param("id", id)
            .param("firms", turns.stream().map(Both::organisation).toArray(Long[]::new))
            .param("titles", turns.stream().map(Both::title).toArray(String[]::new))
            .param("before", turns.stream().map(Both::before).toArray(String[]::new))
            .param("after", turns.stream().map(Both::after).toArray(String[]::new))
            .update());
  }

  /// Notes that all firms were judged. Called by the node itself.
  void done(long id, long firms) {
    transaction.executeWithoutResult(_ ->
        jdbc.sql("UPDATE simulation SET firms = :firms, finished = now() WHERE id = :id")
            .param("firms", firms)
            .param("id", id)
            .update());
  }
}
