package org.ronghe.platform.registry.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.access.Actors;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.registry.Achievement;
import org.ronghe.platform.registry.AchievementForm;
import org.ronghe.platform.registry.AchievementState;
import org.ronghe.platform.registry.AchievementState.Draft;
import org.ronghe.platform.registry.AchievementState.Moment;
import org.ronghe.platform.registry.AchievementState.Refused;
import org.ronghe.platform.registry.AchievementState.Registered;
import org.ronghe.platform.registry.AchievementState.SentBack;
import org.ronghe.platform.registry.AchievementState.Submitted;
import org.ronghe.platform.registry.AchievementState.Withdrawn;
import org.ronghe.platform.registry.AchievementVersion;
import org.ronghe.platform.registry.Achievements;
import org.ronghe.platform.registry.FilledForm;
import org.ronghe.platform.registry.NewAchievement;
import org.ronghe.platform.registry.RefusalReason;
import org.ronghe.platform.registry.RegistrationNumber;
import org.ronghe.platform.registry.WorkClass;
import org.ronghe.platform.web.Filters;
import org.ronghe.platform.web.ListQuery;
import org.ronghe.platform.web.Listing;
import org.ronghe.platform.web.Sorting;
import org.ronghe.platform.web.SqlList;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Achievements in the database. Every change holds the row to the edit it was made from.
@Service
class StoredAchievements implements Achievements {
  /// The words of all states, in the order of the desk.
  static final List<String> STATES =
      List.of("draft", "sent_back", "submitted", "registered", "refused", "withdrawn");

  static final Filters FILTERS =
      Filters.of(
          new Filters.Field("id", Filters.Kind.NUMBER, "a.id"),
          new Filters.Field("title", Filters.Kind.SEARCH, "a.title"),
          Filters.Field.of("state", "a.state", STATES),
          Filters.Field.of("class", "a.work_class", WorkClass.codes()),
          new Filters.Field("organisation", Filters.Kind.NUMBER, "a.organisation"),
          new Filters.Field("number", Filters.Kind.TEXT, "a.number"),
          new Filters.Field("receiver", Filters.Kind.NUMBER, "a.receiver"),
          new Filters.Field("due", Filters.Kind.DAY, "a.due"),
          new Filters.Field("import", Filters.Kind.NUMBER, "a.import_run"),
          new Filters.Field("registered", Filters.Kind.DAY, "a.registered_on"));

  private final JdbcClient jdbc;
  private final Parties parties;
  private final RegistryRules rules;
  private final CatalogueWriter catalogue;
  private final BulkEntry bulk;
  private final StoredDuplicates duplicates;
  private final AchievementMoves moves;
  private final RegisteredWorks works;
  private final AchievementRights rights;
  private final TitleWords titles;
  private final Clock clock = Clock.system(java.time.ZoneId.systemDefault());

  StoredAchievements(
      JdbcClient jdbc,
      Parties parties,
      RegistryRules rules,
      CatalogueWriter catalogue,
      BulkEntry bulk,
      StoredDuplicates duplicates,
      AchievementMoves moves,
      RegisteredWorks works,
      AchievementRights rights,
      TitleWords titles) {
    this.jdbc = jdbc;
    this.parties = parties;
    this.rules = rules;
    this.catalogue = catalogue;
    this.bulk = bulk;
    this.duplicates = duplicates;
    this.moves = moves;
    this.works = works;
    this.rights = rights;
    this.titles = titles;
  }

  @Override
  @Transactional(readOnly = true)
  public Listing<Achievement> list(ListQuery query) {
    Sorting sorting =
        Sorting.of(
            query.sort(),
            "changed:desc",
            new Sorting.Key("id", "a.id", "bigint"),
            new Sorting.Key("changed", "a.changed", "timestamptz"),
            new Sorting.Key("title", "left(a.title, 200) COLLATE \"C\"", "text"),
            new Sorting.Key("state", "a.state", "text"),
            new Sorting.Key("due", "coalesce(a.due, 'infinity'::date)", "date"));
    TitleWords.Held held = titles.holding(query.search());
    return new SqlList<>(
            AchievementRows.COLUMNS,
            "achievement a",
            FILTERS.parse(query.filter()).and(held.condition()).and(rights.readable()),
            sorting,
            held.many() ? SqlList.UNCOUNTED : SqlList.COUNTED,
            AchievementRows::achievement)
        .read(jdbc, query);
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Achievement> find(long achievement) {
    return rights.find(achievement);
  }

  private Achievement get(long achievement) {
    return rights.get(achievement);
  }

  @Override
  public Map<String, String> check(FilledForm form) {
    return FormReader.read(form, LocalDate.now(clock)).faults();
  }

  @Override
  @Transactional
  public Achievement create(long organisation, FilledForm form) {
    if (!bulk.organisationIsThere(organisation)) {
      throw new NodeProblem(
          ProblemCode.INPUT_INVALID,
          Map.of("organisation", Faults.words("registry.fault.organisation", organisation)));
    }
    return get(createAll(List.of(new NewAchievement(organisation, form, null, null))).getFirst());
  }

  @Override
  @Transactional
  public List<Long> createAll(List<NewAchievement> drafts) {
    boolean registers = drafts.stream().anyMatch(draft -> draft.registered() != null);
    if ((registers && !Actors.current().writesAll())
        || !drafts.stream().map(NewAchievement::organisation).distinct().allMatch(rights::writes)) {
      throw new NodeProblem(ProblemCode.NOT_ALLOWED);
    }
    return bulk.enter(drafts);
  }

  @Override
  @Transactional
  public Achievement save(long achievement, FilledForm form, long edit) {
    return save(achievement, form, edit, "");
  }

  /// Keeps what a page filled in. What the same page wrote last is no clash: it may send its next
  /// state before it has heard of the last one.
  ///
  /// @param tab the page's own word; empty for none
  @Transactional
  public Achievement save(long achievement, FilledForm form, long edit, String tab) {
    Achievement old = rights.own(achievement);
    if (!old.state().editable()) {
      throw Faults.conflict("registry.conflict.closed");
    }
    if (old.form().equals(form)) {
      return old; // Two who want the same do not clash.
    }
    int changed =
        jdbc.sql(
                """
                UPDATE achievement SET form = :form::jsonb, tab = :tab, edit = edit + 1, changed = now()
                WHERE id = :id AND (edit = :edit OR (tab = :tab AND tab <> ''))\
                """)
            .param("form", AchievementRows.json(form.values()))
            .param("tab", tab)
            .param("id", achievement)
            .param("edit", edit)
            .update();
    if (changed == 0) {
      throw new NodeProblem(ProblemCode.CHANGED_MEANWHILE);
    }
    return get(achievement);
  }

  @Override
  @Transactional
  public void discard(long achievement) {
    Achievement old = rights.own(achievement);
    if (!(old.state() instanceof Draft) || old.version() > 0) {
      throw Faults.conflict("registry.conflict.handed-in");
    }
    jdbc.sql("DELETE FROM achievement WHERE id = :id").param("id", achievement).update();
  }

  @Override
  @Transactional
  public Achievement submit(long achievement, long edit) {
    Achievement old = rights.own(achievement);
    Moment now = now();
    AchievementState next =
        switch (old.state()) {
          case Draft draft -> draft.submit(now);
          case SentBack back -> back.submit(now);
          case Submitted _, Registered _, Refused _, Withdrawn _ ->
              throw Faults.conflict("registry.conflict.closed");
        };
    FormReader.Reading reading = FormReader.read(old.form(), LocalDate.now(clock));
    AchievementForm form = reading.form();
    if (form == null) {
      throw new NodeProblem(ProblemCode.INPUT_INVALID, reading.faults());
    }
    rights.demandFiles(form);
    int version = old.version() + 1;
    moves.move(old, edit, next, rules.current().decideDays());
    jdbc.sql("UPDATE achievement SET version = :version WHERE id = :id")
        .param("version", version)
        .param("id", achievement)
        .update();
    jdbc.sql(
            """
            INSERT INTO achievement_version (achievement, number, form)
            SELECT id, version, form FROM achievement WHERE id = :id\
            """)
        .param("id", achievement)
        .update();
    var named = List.of(new Parties.Named(achievement, old.organisation(), old.form()));
    parties.write(named, false);
    duplicates.write(named, false);
    return get(achievement);
  }

  @Override
  @Transactional
  public Achievement recall(long achievement) {
    Achievement old = rights.own(achievement);
    Submitted submitted = AchievementRights.submitted(old);
    moves.move(old, old.edit(), submitted.recall(now()), 0);
    moves.decide(old, now(), "recalled", Map.of());
    return get(achievement);
  }

  @Override
  @Transactional
  public Achievement receive(long achievement) {
    rights.takeOn(rights.decidable(achievement));
    return get(achievement);
  }

  @Override
  @Transactional
  public Achievement sendBack(long achievement, Map<String, String> reasons, long edit) {
    Achievement old = rights.forReceiver(achievement);
    AchievementMoves.demandReasons(reasons);
    moves.move(
        old,
        edit,
        AchievementRights.submitted(old).sendBack(now(), reasons),
        rules.current().correctDays());
    moves.decide(old, now(), "sent_back", reasons);
    return get(achievement);
  }

  @Override
  @Transactional
  public Achievement register(long achievement, long edit) {
    Achievement old = rights.forReceiver(achievement);
    FormReader.Reading reading = FormReader.read(old.form(), LocalDate.now(clock));
    AchievementForm form = reading.form();
    if (form == null) {
      throw new NodeProblem(ProblemCode.INPUT_INVALID, reading.faults());
    }
    RegistrationNumber number =
        rules.next(LocalDate.now(clock).getYear(), form.heading().workClass());
    moves.move(old, edit, AchievementRights.submitted(old).register(now(), number), 0);
    moves.decide(old, now(), "registered", Map.of());
    open(old.id(), form.heading().open());
    works.enter(old.id());
    return get(achievement);
  }

  @Override
  @Transactional
  public Achievement refuse(long achievement, RefusalReason reason, String words, long edit) {
    Achievement old = rights.forReceiver(achievement);
    if (words.isBlank()) {
      throw new NodeProblem(
          ProblemCode.INPUT_INVALID, Map.of(SentBack.WHOLE, "registry.fault.no-reason"));
    }
    Refused refused = AchievementRights.submitted(old).refuse(now(), reason, words.strip());
    moves.move(old, edit, refused, 0);
    moves.decide(old, now(), "refused", AchievementMoves.reasons(refused));
    return get(achievement);
  }

  @Override
  @Transactional
  public Achievement withdraw(long achievement, String reason) {
    Achievement old = rights.own(achievement);
    if (!(old.state() instanceof Registered registered)) {
      throw Faults.conflict("registry.conflict.not-registered");
    }
    if (reason.isBlank()) {
      throw new NodeProblem(
          ProblemCode.INPUT_INVALID, Map.of(SentBack.WHOLE, "registry.fault.no-reason"));
    }
    moves.move(old, old.edit(), registered.withdraw(now(), reason.strip()), 0);
    catalogue.remove(achievement);
    works.withdraw(achievement);
    return get(achievement);
  }

  @Override
  @Transactional
  public Achievement open(long achievement, boolean open) {
    Achievement old = rights.own(achievement);
    if (!(old.state() instanceof Registered)) {
      throw Faults.conflict("registry.conflict.not-registered");
    }
    jdbc.sql(
            "UPDATE achievement SET open = :open, edit = edit + 1, changed = now() WHERE id = :id"
                + " AND open <> :open")
        .param("open", open)
        .param("id", achievement)
        .update();
    if (open) {
      catalogue.write(List.of(achievement));
    } else {
      catalogue.remove(achievement);
    }
    return get(achievement);
  }

  @Override
  @Transactional(readOnly = true)
  public List<AchievementVersion> versions(long achievement) {
    return jdbc.sql("SELECT * FROM achievement_version WHERE achievement = :id ORDER BY number")
        .param("id", achievement)
        .query(AchievementRows::version)
        .list();
  }

  private Moment now() {
    Actor actor = Actors.current();
    return new Moment(clock.instant(), actor.account(), actor.name());
  }

  /// Whether the actor enters achievements of an organisation; asked outside a transaction.
  @Transactional(readOnly = true)
  public boolean mayChange(long organisation) {
    return rights.writes(organisation);
  }
}
