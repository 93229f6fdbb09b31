package org.ronghe.platform.registry.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.registry.NewAchievement;
import org.ronghe.platform.registry.NewAchievement.Registration;
import org.ronghe.platform.registry.RegistrationNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Enters achievements, one or many, in a constant number of statements. Called within a
/// transaction.
@Component
class BulkEntry {
  private final JdbcClient jdbc;
  private final Parties parties;
  private final CatalogueWriter catalogue;
  private final RegistryRules rules;
  private final StoredDuplicates duplicates;

  BulkEntry(
      JdbcClient jdbc,
      Parties parties,
      CatalogueWriter catalogue,
      RegistryRules rules,
      StoredDuplicates duplicates) {
    this.jdbc = jdbc;
    this.parties = parties;
    this.catalogue = catalogue;
    this.rules = rules;
    this.duplicates = duplicates;
  }

  boolean organisationIsThere(long id) {
    return jdbc.sql("SELECT EXISTS (SELECT FROM organisation WHERE id = :id)")
        .param("id", id)
        .query(Boolean.class)
        .single();
  }

  List<Long> enter(List<NewAchievement> drafts) {
    if (drafts.isEmpty()) {
      return List.of();
    }
    List<Long> ids =
        jdbc.sql(
                "SELECT nextval(pg_get_serial_sequence('achievement', 'id')) FROM"
                    + " generate_series(1, :count)")
            .param("count", drafts.size())
            .query((row, _) -> row.getLong(1))
            .list();
    insert(drafts, ids);
    var named = new ArrayList<Parties.Named>();
    var open = new ArrayList<Long>();
    for (int i = 0; i < drafts.size(); i++) {
      NewAchievement draft = drafts.get(i);
      named.add(new Parties.Named(ids.get(i), draft.organisation(), draft.form()));
      if (draft.registered() != null && isOpen(draft)) {
        open.add(ids.get(i));
      }
    }
    parties.write(named, true);
    duplicates.write(named, true);
    if (!open.isEmpty()) {
      catalogue.write(open);
    }
    useNumbers(drafts);
    return ids;
  }

  private static boolean isOpen(NewAchievement draft) {
    return draft.form().value("openness").equals("public");
  }

  private void insert(List<NewAchievement> drafts, List<Long> ids) {
    jdbc.sql(
            """
            INSERT INTO achievement (id, organisation, form, state, number, registered_on, open, import_run)
            OVERRIDING SYSTEM VALUE
            SELECT id, organisation, form, CASE WHEN number IS NULL THEN 'draft' ELSE 'registered' END,
              number, registered_on, open, import_run
            FROM unnest(:ids::bigint[], :organisations::bigint[], :forms::jsonb[], :numbers::text[], :days::date[],
              :open::boolean[], :runs::bigint[])
              AS n (id, organisation, form, number, registered_on, open, import_run)\
            """)
        .param("ids", ids.toArray(Long[]::new))
        .param(
            "organisations", drafts.stream().map(NewAchievement::organisation).toArray(Long[]::new))
        .param(
            "forms",
            drafts.stream()
                .map(draft -> AchievementRows.json(draft.form().values()))
                .toArray(String[]::new))
        .param("numbers", drafts.stream().map(BulkEntry::number).toArray(String[]::new))
        .param("days", drafts.stream().map(BulkEntry::day).toArray(String[]::new))
        .param(
            "open",
            drafts.stream()
                .map(draft -> draft.registered() != null && isOpen(draft))
                .toArray(Boolean[]::new))
        .param("runs", drafts.stream().map(NewAchievement::importRun).toArray(Long[]::new))
        .update();
  }

  private static @Nullable String number(NewAchievement draft) {
    Registration registered = draft.registered();
    return registered == null ? null : registered.number().text();
  }

  private static @Nullable String day(NewAchievement draft) {
    Registration registered = draft.registered();
    return registered == null ? null : registered.on().toString();
  }

  private void useNumbers(List<NewAchievement> drafts) {
    Map<String, RegistrationNumber> last = new HashMap<>();
    for (NewAchievement draft : drafts) {
      Registration registered = draft.registered();
      if (registered != null) {
        last.merge(
            registered.number().text().substring(0, 8),
            registered.number(),
            (one, other) -> one.text().compareTo(other.text()) < 0 ? other : one);
      }
    }
    last.values().forEach(rules::use);
  }
}
