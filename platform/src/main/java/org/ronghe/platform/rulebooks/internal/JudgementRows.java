package org.ronghe.platform.rulebooks.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.rulebooks.TitleKey;
import org.ronghe.platform.rulebooks.internal.BlockJudge.Answered;
import org.ronghe.platform.rulebooks.internal.BlockJudge.Judged;
import org.ronghe.platform.rulebooks.internal.BlockJudge.Last;
import org.ronghe.platform.rulebooks.internal.HeldTitles.Certificate;
import org.ronghe.rules.evaluate.Answer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Writes what firms were judged to be. Called within a transaction, by the node itself.
@Component
class JudgementRows {
  private final JdbcClient jdbc;
  private final Shelf shelf;

  JudgementRows(JdbcClient jdbc, Shelf shelf) {
    this.jdbc = jdbc;
    this.shelf = shelf;
  }

  /// The database's clock.
  Instant now() {
    return jdbc.sql("SELECT clock_timestamp()")
        .query((row, _) -> row.getObject(1, OffsetDateTime.class).toInstant())
        .single();
  }

  /// The firms as they were judged last.
  Map<Long, Last> last(Collection<Long> organisations) {
    var codes = new AnswerCodes(numbers());
    var last = new HashMap<Long, Last>();
    jdbc.sql(
            """
            SELECT organisation, basis, recorded, answers FROM judged_firm
            WHERE organisation = ANY (:ids)\
            """)
        .param("ids", organisations.toArray(Long[]::new))
        .query((row, _) ->
            last.put(
                row.getLong(1),
                new Last(
                    row.getString(2),
                    row.getObject(3, OffsetDateTime.class).toInstant(),
                    codes.read((Integer[]) row.getArray(4).getArray()))))
        .list();
    return last;
  }

  /// Titles with their numbers in the database.
  private Map<TitleKey, Integer> numbers() {
    var numbers = new TreeMap<TitleKey, Integer>();
    jdbc.sql("SELECT rulebook, title, id FROM judged_title")
        .query((row, _) ->
            numbers.put(new TitleKey(row.getString(1), row.getString(2)), row.getInt(3)))
        .list();
    return numbers;
  }

  /// Notes that all firms were judged.
  boolean finished(LocalDate asOf, long firms, Instant started) {
    jdbc.sql(
            "INSERT INTO judging (as_of, firms, started) VALUES (:day::date, :firms,"
                + " :at::timestamptz)")
        .param("day", asOf.toString())
        .param("firms", firms)
        .param("at", started.toString())
        .update();
    return true;
  }

  /// The answer of a code.
  static Answer answer(String code) {
    for (Answer answer : Answer.values()) {
      if (answer.code().equals(code)) {
        return answer;
      }
    }
    throw new IllegalArgumentException(code);
  }

  /// Keeps what is new; what was another is kept as past.
  void keep(Map<Long, Judged> judged, LocalDate asOf, Instant recorded) {
    var news = new LinkedHashMap<>(judged);
    news.values().removeIf(one -> !one.isNews());
    if (news.isEmpty()) {
      return;
    }
    var verdicts = new ArrayList<Verdict>();
    news.values().forEach(one -> verdicts.addAll(one.verdicts()));
    Map<TitleKey, Integer> numbers = numbers(verdicts);
    keepTurned(news, numbers, asOf, recorded);
    if (!verdicts.isEmpty()) {
      keepVerdicts(verdicts, numbers, asOf, recorded);
    }
    keepFirms(news, new AnswerCodes(numbers), asOf, recorded);
    keepCertificates(news);
  }

  /// Numbers of all titles; those not there yet get theirs.
  private Map<TitleKey, Integer> numbers(List<Verdict> verdicts) {
    Map<TitleKey, Integer> numbers = numbers();
    List<TitleKey> fresh =
        verdicts.stream()
            .map(Verdict::title)
            .filter(title -> !numbers.containsKey(title))
            .distinct()
            .sorted()
            .toList();
    if (fresh.isEmpty()) {
      return numbers;
    }
    jdbc.sql(
            """
            INSERT INTO judged_title (rulebook, title)
            SELECT * FROM unnest(:rulebooks::text[], :titles::text[]) ON CONFLICT DO NOTHING\
            """)
        .param("rulebooks", fresh.stream().map(TitleKey::rulebook).toArray(String[]::new))
        .param("titles", fresh.stream().map(TitleKey::title).toArray(String[]::new))
        .update();
    return numbers();
  }

  /// Answers that are others by now, and titles that can no longer be come for.
  private void keepTurned(
      Map<Long, Judged> news, Map<TitleKey, Integer> numbers, LocalDate asOf, Instant recorded) {
    var firms = new ArrayList<Long>();
    var titles = new ArrayList<Integer>();
    var next = new ArrayList<@Nullable String>();
    news.forEach((organisation, one) ->
        one.turned()
            .forEach(title -> {
              Answered now = one.answers().get(title);
              firms.add(organisation);
              titles.add(numbers.get(title));
              next.add(now == null ? null : now.answer().code());
            }));
    if (firms.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            WITH turned AS (
              SELECT * FROM unnest(:firms::bigint[], :titles::int[], :next::text[]) AS n (organisation, title, next)),
            gone AS (
              DELETE FROM judgement j USING turned n
              WHERE (j.organisation, j.title) = (n.organisation, n.title) AND n.next IS NULL)
            INSERT INTO judgement_past (organisation, title, version, kind, answer, as_of, recorded, next,
              next_as_of, next_recorded)
            SELECT j.organisation, j.title, j.version, j.kind, j.answer, j.as_of, j.recorded, n.next,
              :day::date, :at::timestamptz
            FROM turned n JOIN judgement j ON (j.organisation, j.title) = (n.organisation, n.title)
            WHERE n.next IS NULL OR j.answer <> n.next\
            """)
        .param("firms", firms.toArray(Long[]::new))
        .param("titles", titles.toArray(Integer[]::new))
        .param("next", next.toArray(String[]::new))
        .param("day", asOf.toString())
        .param("at", recorded.toString())
        .update();
  }

  private void keepVerdicts(
      List<Verdict> verdicts, Map<TitleKey, Integer> numbers, LocalDate asOf, Instant recorded) {
    Map<String, Object> columns = new LinkedHashMap<>();
    columns.put("firms", verdicts.stream().map(Verdict::organisation).toArray(Long[]::new));
    columns.put(
        "titles", verdicts.stream().map(v -> numbers.get(v.title())).toArray(Integer[]::new));
    columns.put(
        "versions",
        verdicts.stream().map(v -> shelf.version(v.title().rulebook())).toArray(Integer[]::new));
    columns.put("kinds", texts(verdicts, verdict -> verdict.kind().code()));
    columns.put("answers", texts(verdicts, verdict -> verdict.answer().code()));
    columns.put("day", asOf.toString());
    columns.put("at", recorded.toString());
    columns.put("least", texts(verdicts, verdict -> plain(verdict, Verdict.Points::least)));
    columns.put("most", texts(verdicts, verdict -> plain(verdict, Verdict.Points::most)));
    columns.put("steps", verdicts.stream().map(Verdict::steps).toArray(Integer[]::new));
    columns.put("clauses", texts(verdicts, Verdict::clauses));
    columns.put("zh", texts(verdicts, verdict -> verdict.nearest().zh()));
    columns.put("en", texts(verdicts, verdict -> verdict.nearest().en()));
    jdbc.sql(
            """
            INSERT INTO judgement AS j (organisation, title, version, kind, answer, least, most, steps, clauses,
              nearest_zh, nearest_en, as_of, recorded, since)
            SELECT n.*, :day::date, :at::timestamptz, :day::date
            FROM unnest(:firms::bigint[], :titles::int[], :versions::int[], :kinds::text[], :answers::text[],
              :least::numeric[], :most::numeric[], :steps::int[], :clauses::text[], :zh::text[], :en::text[]) AS n
            ON CONFLICT (organisation, title) DO UPDATE SET version = excluded.version, kind = excluded.kind,
              answer = excluded.answer, least = excluded.least, most = excluded.most, steps = excluded.steps,
              clauses = excluded.clauses, nearest_zh = excluded.nearest_zh, nearest_en = excluded.nearest_en,
              as_of = excluded.as_of, recorded = excluded.recorded,
              since = CASE WHEN j.answer = excluded.answer THEN j.since ELSE excluded.since END\
            """)
        .params(columns)
        .update();
  }

  private static @Nullable String plain(Verdict verdict, Function<Verdict.Points, BigDecimal> end) {
    Verdict.Points points = verdict.points();
    return points == null ? null : end.apply(points).toPlainString();
  }

  private static @Nullable String[] texts(
      List<Verdict> verdicts, Function<Verdict, @Nullable String> text) {
    return verdicts.stream().map(text).toArray(String[]::new);
  }

  private void keepFirms(
      Map<Long, Judged> news, AnswerCodes codes, LocalDate asOf, Instant recorded) {
    // Arrays of arrays must be of one length in SQL, so that they go as text.
    jdbc.sql(
            """
            INSERT INTO judged_firm (organisation, industry, basis, answers, as_of, recorded)
            SELECT n.organisation, n.industry, n.basis, n.answers::int[], :day::date, :at::timestamptz
            FROM unnest(:firms::bigint[], :industries::text[], :bases::text[], :answers::text[])
              AS n (organisation, industry, basis, answers)
            ON CONFLICT (organisation) DO UPDATE SET industry = excluded.industry, basis = excluded.basis,
              answers = excluded.answers, as_of = excluded.as_of, recorded = excluded.recorded\
            """)
        .param("firms", news.keySet().toArray(Long[]::new))
        .param(
            "industries",
            news.values().stream().map(one -> one.known().industry()).toArray(String[]::new))
        .param("bases", news.values().stream().map(Judged::basis).toArray(String[]::new))
        .param(
            "answers",
            news.values().stream()
                .map(one ->
                    Arrays.stream(codes.of(one.answers()))
                        .map(String::valueOf)
                        .collect(Collectors.joining(",", "{", "}")))
                .toArray(String[]::new))
        .param("day", asOf.toString())
        .param("at", recorded.toString())
        .update();
  }

  private void keepCertificates(Map<Long, Judged> news) {
    var anew = new LinkedHashMap<>(news);
    anew.values().removeIf(one -> !one.anew());
    if (anew.isEmpty()) {
      return;
    }
    jdbc.sql("DELETE FROM held_title WHERE organisation = ANY (:firms)")
        .param("firms", anew.keySet().toArray(Long[]::new))
        .update();
    var firms = new ArrayList<Long>();
    var held = new ArrayList<Certificate>();
    anew.forEach((organisation, one) ->
        HeldTitles.of(one.known().dossier().own(), shelf.types())
            .forEach(certificate -> {
              firms.add(organisation);
              held.add(certificate);
            }));
    jdbc.sql(
            """
            INSERT INTO held_title (organisation, attribute, number, valid_from, valid_until)
            SELECT * FROM unnest(:firms::bigint[], :attributes::text[], :numbers::text[], :froms::date[],
              :untils::date[])\
            """)
        .param("firms", firms.toArray(Long[]::new))
        .param("attributes", held.stream().map(Certificate::attribute).toArray(String[]::new))
        .param("numbers", held.stream().map(Certificate::number).toArray(String[]::new))
        .param("froms", held.stream().map(one -> day(one.from())).toArray(String[]::new))
        .param("untils", held.stream().map(one -> day(one.until())).toArray(String[]::new))
        .update();
  }

  private static @Nullable String day(LocalDate day) {
    return day.equals(LocalDate.MIN) || day.equals(LocalDate.MAX) ? null : day.toString();
  }

  /// Forgets firms that are none any more.
  void forget(Collection<Long> organisations) {
    for (String table : List.of("judgement", "held_title", "judged_firm")) {
      jdbc.sql("DELETE FROM " + table + " WHERE organisation = ANY (:gone)")
          .param("gone", organisations.toArray(Long[]::new))
          .update();
    }
  }

  /// Firms that are due: number of the note, and the firm.
  List<Map.Entry<Long, Long>> due(int most) {
    return jdbc.sql("SELECT number, organisation FROM judgement_due ORDER BY number LIMIT :most")
        .param("most", most)
        .query((row, _) -> Map.entry(row.getLong(1), row.getLong(2)))
        .list();
  }

  /// Strikes notes off.
  void strike(Collection<Long> numbers) {
    jdbc.sql("DELETE FROM judgement_due WHERE number = ANY (:numbers)")
        .param("numbers", numbers.toArray(Long[]::new))
        .update();
  }
}
