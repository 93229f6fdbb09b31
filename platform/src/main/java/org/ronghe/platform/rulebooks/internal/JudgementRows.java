package org.ronghe.platform.rulebooks.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.rulebooks.TitleKey;
import org.ronghe.platform.rulebooks.internal.BlockJudge.Answered;
import org.ronghe.platform.rulebooks.internal.BlockJudge.Judged;
import org.ronghe.platform.rulebooks.internal.BlockJudge.Last;
import org.ronghe.platform.rulebooks.internal.HeldTitles.Certificate;
import org.ronghe.rules.book.CaseKind;
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
        .query((row, _) -> row.getObject(1, java.time.OffsetDateTime.class).toInstant())
        .single();
  }

  /// The firms as they were judged last.
  Map<Long, Last> last(Collection<Long> organisations) {
    Long[] ids = organisations.toArray(Long[]::new);
    var answers = new HashMap<Long, Map<TitleKey, Answered>>();
    jdbc.sql(
            """
            SELECT j.organisation, t.rulebook, t.title, j.kind, j.answer
            FROM judgement j JOIN judged_title t ON t.id = j.title WHERE j.organisation = ANY (:ids)\
            """)
        .param("ids", ids)
        .query((row, _) ->
            answers
                .computeIfAbsent(row.getLong(1), _ -> new HashMap<>())
                .put(
                    new TitleKey(row.getString(2), row.getString(3)),
                    new Answered(
                        CaseKind.find(row.getString(4)).orElseThrow(), answer(row.getString(5)))))
        .list();
    var last = new HashMap<Long, Last>();
    jdbc.sql("SELECT organisation, basis FROM judged_firm WHERE organisation = ANY (:ids)")
        .param("ids", ids)
        .query((row, _) ->
            last.put(
                row.getLong(1),
                new Last(row.getString(2), answers.getOrDefault(row.getLong(1), Map.of()))))
        .list();
    return last;
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

  /// Keeps what was found; what was another is kept as past.
  void keep(Map<Long, Judged> judged, LocalDate asOf, Instant recorded) {
    var verdicts = new ArrayList<Verdict>();
    judged.values().forEach(one -> verdicts.addAll(one.verdicts()));
    Map<TitleKey, Integer> ids = ids(verdicts);
    dropRest(judged, asOf, recorded);
    if (!verdicts.isEmpty()) {
      keepVerdicts(verdicts, ids, asOf, recorded);
    }
    keepFirms(judged, asOf, recorded);
  }

  private Map<TitleKey, Integer> ids(List<Verdict> verdicts) {
    var keys = verdicts.stream().map(Verdict::title).distinct().sorted().toList();
    jdbc.sql(
            """
            INSERT INTO judged_title (rulebook, title)
            SELECT * FROM unnest(:rulebooks::text[], :titles::text[]) ON CONFLICT DO NOTHING\
            """)
        .param("rulebooks", keys.stream().map(TitleKey::rulebook).toArray(String[]::new))
        .param("titles", keys.stream().map(TitleKey::title).toArray(String[]::new))
        .update();
    var ids = new TreeMap<TitleKey, Integer>();
    jdbc.sql("SELECT rulebook, title, id FROM judged_title")
        .query((row, _) -> ids.put(new TitleKey(row.getString(1), row.getString(2)), row.getInt(3)))
        .list();
    return ids;
  }

  /// Titles that can no longer be come for.
  private void dropRest(Map<Long, Judged> judged, LocalDate asOf, Instant recorded) {
    var firms = new ArrayList<Long>();
    var rulebooks = new ArrayList<String>();
    var titles = new ArrayList<String>();
    judged.forEach((organisation, one) -> {
      var kept = new ArrayList<>(one.same());
      one.verdicts().forEach(verdict -> kept.add(verdict.title()));
      kept.forEach(title -> {
        firms.add(organisation);
        rulebooks.add(title.rulebook());
        titles.add(title.title());
      });
    });
    jdbc.sql(
            """
            WITH kept AS (
              SELECT k.organisation, t.id FROM unnest(:firms::bigint[], :rulebooks::text[], :titles::text[])
                AS k (organisation, rulebook, title)
              JOIN judged_title t ON (t.rulebook, t.title) = (k.rulebook, k.title)),
            gone AS (
              DELETE FROM judgement j WHERE j.organisation = ANY (:all)
                AND (j.organisation, j.title) NOT IN (SELECT organisation, id FROM kept) RETURNING *)
            INSERT INTO judgement_past (organisation, title, version, kind, answer, as_of, recorded, next,
              next_as_of, next_recorded)
            SELECT organisation, title, version, kind, answer, as_of, recorded, NULL, :day::date, :at::timestamptz
            FROM gone\
            """)
        .param("firms", firms.toArray(Long[]::new))
        .param("rulebooks", rulebooks.toArray(String[]::new))
        .param("titles", titles.toArray(String[]::new))
        .param("all", judged.keySet().toArray(Long[]::new))
        .param("day", asOf.toString())
        .param("at", recorded.toString())
        .update();
  }

  private void keepVerdicts(
      List<Verdict> verdicts, Map<TitleKey, Integer> ids, LocalDate asOf, Instant recorded) {
    Map<String, Object> columns = new LinkedHashMap<>();
    columns.put("firms", verdicts.stream().map(Verdict::organisation).toArray(Long[]::new));
    columns.put("titles", verdicts.stream().map(v -> ids.get(v.title())).toArray(Integer[]::new));
    columns.put(
        "versions",
        verdicts.stream().map(v -> shelf.version(v.title().rulebook())).toArray(Integer[]::new));
    columns.put("kinds", texts(verdicts, verdict -> verdict.kind().code()));
    columns.put("answers", texts(verdicts, verdict -> verdict.answer().code()));
    columns.put("day", asOf.toString());
    columns.put("at", recorded.toString());
    jdbc.sql(
            """
            INSERT INTO judgement_past (organisation, title, version, kind, answer, as_of, recorded, next,
              next_as_of, next_recorded)
            SELECT j.organisation, j.title, j.version, j.kind, j.answer, j.as_of, j.recorded, n.answer,
              :day::date, :at::timestamptz
            FROM unnest(:firms::bigint[], :titles::int[], :versions::int[], :kinds::text[], :answers::text[])
              AS n (organisation, title, version, kind, answer)
            JOIN judgement j ON (j.organisation, j.title) = (n.organisation, n.title)
            WHERE j.answer <> n.answer\
            """)
        .params(columns)
        .update();
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

  private void keepFirms(Map<Long, Judged> judged, LocalDate asOf, Instant recorded) {
    Long[] all = judged.keySet().toArray(Long[]::new);
    jdbc.sql(
            """
            INSERT INTO judged_firm (organisation, industry, basis, as_of, recorded)
            SELECT n.*, :day::date, :at::timestamptz
            FROM unnest(:firms::bigint[], :industries::text[], :bases::text[]) AS n
            ON CONFLICT (organisation) DO UPDATE SET industry = excluded.industry, basis = excluded.basis,
              as_of = excluded.as_of, recorded = excluded.recorded\
            """)
        .param("firms", all)
        .param(
            "industries",
            judged.values().stream().map(one -> one.known().industry()).toArray(String[]::new))
        .param("bases", judged.values().stream().map(Judged::basis).toArray(String[]::new))
        .param("day", asOf.toString())
        .param("at", recorded.toString())
        .update();
    jdbc.sql("DELETE FROM held_title WHERE organisation = ANY (:firms)")
        .param("firms", all)
        .update();
    var firms = new ArrayList<Long>();
    var held = new ArrayList<Certificate>();
    judged.forEach((organisation, one) ->
        one.certificates()
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
