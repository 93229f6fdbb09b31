package org.ronghe.platform.rulebooks.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ronghe.platform.facts.Names;
import org.ronghe.platform.rulebooks.TitleKey;
import org.ronghe.platform.web.Filters;
import org.ronghe.platform.web.Filters.Field;
import org.ronghe.platform.web.ListQuery;
import org.ronghe.platform.web.Listing;
import org.ronghe.platform.web.Sorting;
import org.ronghe.platform.web.SqlCondition;
import org.ronghe.platform.web.SqlList;
import org.ronghe.rules.book.CaseKind;
import org.ronghe.rules.evaluate.Answer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// All answers as lists and counts.
@Component
public class CityTable {
  private static final String HELD =
      "(SELECT max(h.valid_until) FROM held_title h WHERE h.organisation = j.organisation"
          + " AND h.attribute = ha.attribute AND h.valid_until >= current_date)";
  private static final String FROM =
      """
      judgement j JOIN judged_title t ON t.id = j.title JOIN organisation o ON o.id = j.organisation
      JOIN judged_firm f ON f.organisation = j.organisation
      LEFT JOIN unnest(CAST(:held_rulebooks AS text[]), CAST(:held_titles AS text[]), CAST(:held_attributes AS text[]))
        AS ha (rulebook, title, attribute) ON (ha.rulebook, ha.title) = (t.rulebook, t.title)
      """;
  private static final Filters FILTERS =
      Filters.of(
          new Field("rulebook", Filters.Kind.TEXT, "t.rulebook"),
          new Field("title", Filters.Kind.TEXT, "t.title"),
          new Field("answer", Filters.Kind.TEXT, "j.answer"),
          new Field("kind", Filters.Kind.TEXT, "j.kind"),
          new Field("steps", Filters.Kind.NUMBER, "j.steps"),
          new Field("points", Filters.Kind.NUMBER, "j.least"),
          new Field("district", Filters.Kind.TEXT, "o.district"),
          new Field("industry", Filters.Kind.TEXT, "left(f.industry, 1)"),
          new Field("organisation", Filters.Kind.NUMBER, "j.organisation"),
          new Field("since", Filters.Kind.DAY, "j.since"),
          new Field("until", Filters.Kind.DAY, HELD));
  private static final Sorting.Key ID =
      new Sorting.Key("id", "(j.organisation * 100000 + j.title)", "bigint");
  private static final Sorting.Key[] KEYS = {
    new Sorting.Key("name", "o.name COLLATE \"C\"", "text"),
    new Sorting.Key("steps", "j.steps", "integer"),
    new Sorting.Key("points", "coalesce(j.least, -1)", "numeric"),
    new Sorting.Key("since", "j.since", "date"),
    new Sorting.Key("until", "coalesce(" + HELD + ", DATE 'infinity')", "date")
  };

  private final JdbcClient jdbc;

  CityTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A part of the answers that the reader may see.
  @Transactional(readOnly = true)
  Listing<FirmAnswer> list(ListQuery query) {
    SqlCondition chosen =
        FILTERS
            .parse(query.filter())
            .and(SqlList.holding(query.search(), "o.name_zh", "o.name_en"));
    Map<String, Object> parameters = new LinkedHashMap<>(chosen.parameters());
    parameters.putAll(held());
    return new SqlList<>(
            "j.*, t.rulebook, t.title AS title_id, o.name_zh, o.name_en, o.district, f.industry, "
                + HELD
                + " AS until",
            FROM,
            // In brackets, since a bare `true` would be dropped with its parameters.
            new SqlCondition("(" + chosen.sql() + ")", parameters),
            Sorting.of(query.sort(), "steps", ID, KEYS),
            SqlList.COUNTED,
            (row, _) -> read(row))
        .read(jdbc, query);
  }

  /// Which certificate shows which title.
  private static Map<String, Object> held() {
    Map<TitleKey, String> all = new TreeMap<>(HeldTitles.attributes());
    return Map.of(
        "held_rulebooks", all.keySet().stream().map(TitleKey::rulebook).toArray(String[]::new),
        "held_titles", all.keySet().stream().map(TitleKey::title).toArray(String[]::new),
        "held_attributes", all.values().toArray(String[]::new));
  }

  private static FirmAnswer read(ResultSet row) throws SQLException {
    var least = row.getBigDecimal("least");
    var most = row.getBigDecimal("most");
    FirmAnswer.Points points =
        least == null || most == null
            ? new FirmAnswer.Points("", "")
            : points(new Verdict.Points(least.stripTrailingZeros(), most.stripTrailingZeros()));
    return new FirmAnswer(
        new FirmAnswer.Firm(
            row.getLong("organisation"),
            new Names(row.getString("name_zh"), row.getString("name_en")),
            row.getString("district"),
            row.getString("industry")),
        new TitleKey(row.getString("rulebook"), row.getString("title_id")),
        new FirmAnswer.Verdict(
            CaseKind.find(row.getString("kind")).orElseThrow(),
            JudgementRows.answer(row.getString("answer"))),
        points,
        row.getInt("steps"),
        new Names(row.getString("nearest_zh"), row.getString("nearest_en")),
        row.getObject("since", LocalDate.class),
        row.getObject("until", LocalDate.class));
  }

  private static FirmAnswer.Points points(Verdict.Points points) {
    return new FirmAnswer.Points(points.exact(), points.shown());
  }

  /// How many firms got each answer by a title.
  ///
  /// @param close not met by two or three clauses
  /// @param near not met by one clause
  /// @param held who hold it now
  /// @param ending whose certificate ends within six months
  public record Count(
      TitleKey title, Map<Answer, Long> answers, long close, long near, long held, long ending) {
    public Count {
      answers = Map.copyOf(answers);
    }

    public long of(Answer answer) {
      return answers.getOrDefault(answer, 0L);
    }
  }

  private record Holders(long held, long ending) {
    static final Holders NONE = new Holders(0, 0);
  }

  /// Counts by title, of firms that meet a filter.
  @Transactional(readOnly = true)
  List<Count> counts(String district, String industry) {
    var answers = new LinkedHashMap<TitleKey, Map<Answer, Long>>();
    var near = new LinkedHashMap<TitleKey, Long>();
    var close = new LinkedHashMap<TitleKey, Long>();
    String where =
        " WHERE (:district = '' OR o.district = :district)"
            + " AND (:industry = '' OR left(f.industry, 1) = :industry)";
    jdbc.sql(
            "SELECT t.rulebook, t.title, j.answer, count(*) AS firms,"
                + " count(*) FILTER (WHERE j.steps = 1 AND j.answer = 'not-met') AS near,"
                + " count(*) FILTER (WHERE j.steps IN (2, 3) AND j.answer = 'not-met') AS close"
                + " FROM judgement j JOIN judged_title t ON t.id = j.title"
                + " JOIN organisation o ON o.id = j.organisation"
                + " JOIN judged_firm f ON f.organisation = j.organisation"
                + where
                + " GROUP BY 1, 2, 3 ORDER BY 1, 2, 3")
        .param("district", district)
        .param("industry", industry)
        .query(row -> {
          var key = new TitleKey(row.getString("rulebook"), row.getString("title"));
          answers
              .computeIfAbsent(key, _ -> new EnumMap<>(Answer.class))
              .put(JudgementRows.answer(row.getString("answer")), row.getLong("firms"));
          near.merge(key, row.getLong("near"), Long::sum);
          close.merge(key, row.getLong("close"), Long::sum);
        });
    var held = new TreeMap<String, Holders>();
    jdbc.sql(
            "SELECT h.attribute, count(DISTINCT h.organisation) AS held, count(DISTINCT"
                + " h.organisation) FILTER (WHERE h.valid_until < current_date + interval '6"
                + " months') AS ending FROM held_title h JOIN organisation o ON o.id ="
                + " h.organisation JOIN judged_firm f ON f.organisation = h.organisation"
                + where
                + " AND coalesce(h.valid_from, '-infinity') <= current_date"
                + " AND coalesce(h.valid_until, 'infinity') >= current_date GROUP BY 1")
        .param("district", district)
        .param("industry", industry)
        .query(row -> {
          held.put(
              row.getString("attribute"), new Holders(row.getLong("held"), row.getLong("ending")));
        });
    var counts = new ArrayList<Count>();
    answers.forEach((key, by) -> {
      Holders own = held.getOrDefault(HeldTitles.findAttribute(key).orElse(""), Holders.NONE);
      counts.add(
          new Count(
              key,
              by,
              close.getOrDefault(key, 0L),
              near.getOrDefault(key, 0L),
              own.held(),
              own.ending()));
    });
    return counts;
  }

  /// Districts and sections of industry that firms are in.
  @Transactional(readOnly = true)
  Choices choices() {
    return new Choices(
        jdbc.sql(
                "SELECT DISTINCT o.district FROM judged_firm f JOIN organisation o ON o.id ="
                    + " f.organisation WHERE o.district <> '' ORDER BY 1")
            .query((row, _) -> row.getString(1))
            .list(),
        jdbc.sql(
                "SELECT DISTINCT left(industry, 1) FROM judged_firm WHERE industry <> '' ORDER BY"
                    + " 1")
            .query((row, _) -> row.getString(1))
            .list());
  }

  /// What lists can be narrowed to.
  public record Choices(List<String> districts, List<String> industries) {
    public Choices {
      districts = List.copyOf(districts);
      industries = List.copyOf(industries);
    }
  }

  /// When everybody was judged last, or somebody as long as not everybody ever was; nothing where
  /// nobody ever was.
  @Transactional(readOnly = true)
  List<LocalDate> judgedOn() {
    return jdbc.sql(
            """
            SELECT coalesce((SELECT as_of FROM judging ORDER BY id DESC LIMIT 1),
              (SELECT as_of FROM judged_firm LIMIT 1)) AS day WHERE EXISTS (SELECT FROM judged_firm)\
            """)
        .query((row, _) -> row.getObject(1, LocalDate.class))
        .list();
  }
}
