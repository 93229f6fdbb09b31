package org.ronghe.platform.registry.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.facts.FactReject;
import org.ronghe.platform.facts.Facts;
import org.ronghe.platform.facts.Names;
import org.ronghe.platform.facts.NewFact;
import org.ronghe.platform.facts.Validity;
import org.ronghe.platform.facts.WorkKind;
import org.ronghe.platform.facts.WorkProfile;
import org.ronghe.platform.facts.Works;
import org.ronghe.platform.registry.FilledForm;
import org.ronghe.platform.text.Language;
import org.ronghe.platform.text.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Enters registered achievements into the fact base, each as a work with facts, so that all that
/// reads facts sees them. Of people only organisations are entered: a name alone is nobody's.
@Component
class RegisteredWorks {
  private static final Logger LOG = LoggerFactory.getLogger(RegisteredWorks.class);
  private static final Map<String, String> LEVELS =
      Map.of(
          "world-leading", "international_leading",
          "world-advanced", "international_advanced",
          "national-leading", "national_leading",
          "national-advanced", "national_advanced",
          "not-evaluated", "not_evaluated");

  private final JdbcClient jdbc;
  private final Works works;
  private final Facts facts;

  RegisteredWorks(JdbcClient jdbc, Works works, Facts facts) {
    this.jdbc = jdbc;
    this.works = works;
    this.facts = facts;
  }

  private record Registered(long id, long keeper, FilledForm form, String number, LocalDate on) {}

  /// The work of an achievement, once it has one.
  @Transactional(readOnly = true)
  public Optional<Long> find(long achievement) {
    return jdbc.sql("SELECT work FROM achievement WHERE id = :id AND work IS NOT NULL")
        .param("id", achievement)
        .query(Long.class)
        .optional();
  }

  /// Enters an achievement that was just registered. Called within a transaction.
  void enter(long achievement) {
    enter("a.id = :id", Map.of("id", achievement));
  }

  /// Enters some of those that came registered and are no works yet, such as imported ones.
  ///
  /// @return how many
  @Transactional
  public int enterSome(int most) {
    return enter("true ORDER BY a.id LIMIT :most FOR UPDATE SKIP LOCKED", Map.of("most", most));
  }

  private int enter(String which, Map<String, Object> parameters) {
    List<Registered> found =
        jdbc.sql(
                "SELECT a.id, a.organisation, a.form, a.number, a.registered_on FROM"
                    + " achievement a WHERE a.state = 'registered' AND a.work IS NULL AND "
                    + which)
            .params(parameters)
            .query((row, _) ->
                new Registered(
                    row.getLong(1),
                    row.getLong(2),
                    AchievementRows.form(row, "form"),
                    row.getString(4),
                    row.getObject(5, LocalDate.class)))
            .list();
    if (found.isEmpty()) {
      return 0;
    }
    List<Long> made = works.createAll(found.stream().map(RegisteredWorks::profile).toList());
    jdbc.sql(
            """
            UPDATE achievement a SET work = made.work
            FROM unnest(:ids::bigint[], :works::bigint[]) AS made (id, work) WHERE a.id = made.id\
            """)
        .param("ids", ids(found))
        .param("works", made.toArray(Long[]::new))
        .update();
    Map<Long, List<Long>> units = organisations(ids(found));
    var given = new ArrayList<NewFact>();
    for (int i = 0; i < made.size(); i++) {
      Registered one = found.get(i);
      add(given, made.get(i), one, units.getOrDefault(one.id, List.of()));
    }
    for (FactReject reject : facts.recordAll(given).rejects()) {
      NewFact refused = given.get(reject.row());
      LOG.warn("work {}: {} is not taken as a fact", refused.subject(), refused.attribute());
    }
    return found.size();
  }

  private static Long[] ids(List<Registered> found) {
    return found.stream().map(Registered::id).toArray(Long[]::new);
  }

  private static WorkProfile profile(Registered one) {
    YearMonth end = month(one.form, "end");
    return new WorkProfile(
        new Names(one.form.value("title_zh"), one.form.value("title_en")),
        WorkKind.ACHIEVEMENT,
        one.keeper,
        end == null ? one.on.getYear() : end.getYear(),
        "",
        "active");
  }

  private static void add(List<NewFact> given, long work, Registered one, List<Long> units) {
    String source = "registry " + one.number;
    var always = Validity.always();
    FilledForm form = one.form;
    String titleZh = form.value("title_zh");
    var taken = new Taken(given, work, source);
    taken.add("work_title", titleZh.isEmpty() ? form.value("title_en") : titleZh, always);
    taken.add("achievement_kind", form.value("work_class"), always);
    taken.add("achievement_registration", one.number, Validity.from(one.on));
    YearMonth start = month(form, "start");
    taken.add("achievement_started_on", start == null ? "" : start.atDay(1).toString(), always);
    YearMonth end = month(form, "end");
    taken.add("achievement_finished_on", end == null ? "" : end.atEndOfMonth().toString(), always);
    taken.add("achievement_origin", form.value("origin").replace("developed", "secondary"), always);
    taken.add(
        "achievement_form",
        FormWords.shown("embodiment", form.value("embodiment"), Texts.in(Language.CHINESE)),
        always);
    taken.add("achievement_level", LEVELS.getOrDefault(form.value("level"), ""), always);
    taken.add("achievement_stage", form.value("stage"), always);
    FormReader.keywords(form.value("keywords"))
        .forEach(word -> taken.add("achievement_keyword", word, always));
    units.forEach(id -> taken.add("achievement_unit", id.toString(), always));
    if (form.value("trl_on").matches("\\d{4}-\\d{2}-\\d{2}")) {
      taken.add(
          "technology_readiness_level",
          form.value("trl_level"),
          Validity.day(LocalDate.parse(form.value("trl_on"))));
    }
  }

  /// Collects the facts of one work; what was not filled in is none.
  private record Taken(List<NewFact> facts, long work, String source) {
    void add(String attribute, String value, Validity valid) {
      if (!value.isEmpty()) {
        facts.add(NewFact.of(work, attribute, value, valid, source));
      }
    }
  }

  /// Those of contributors and holders that the node knows, by achievement, in the order of the
  /// form.
  private Map<Long, List<Long>> organisations(Long[] achievements) {
    var found = new HashMap<Long, List<Long>>();
    jdbc.sql(
            """
            SELECT achievement, organisation FROM achievement_party
            WHERE achievement = ANY (:ids) AND organisation IS NOT NULL
            GROUP BY achievement, organisation ORDER BY achievement, min(role), min(place)\
            """)
        .param("ids", achievements)
        .query(row -> {
          found.computeIfAbsent(row.getLong(1), _ -> new ArrayList<>()).add(row.getLong(2));
        });
    return found;
  }

  private static @Nullable YearMonth month(FilledForm form, String field) {
    try {
      return form.value(field).isEmpty() ? null : YearMonth.parse(form.value(field));
    } catch (DateTimeException e) {
      return null;
    }
  }

  /// The work of an achievement that was withdrawn is withdrawn, too. Called within a transaction.
  void withdraw(long achievement) {
    find(achievement)
        .flatMap(works::find)
        .ifPresent(work -> {
          WorkProfile old = work.profile();
          works.update(
              work.id(),
              new WorkProfile(
                  old.names(),
                  old.kind(),
                  old.organisation(),
                  old.year(),
                  old.homepage(),
                  "withdrawn"),
              work.version());
        });
  }
}
