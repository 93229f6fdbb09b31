package org.ronghe.platform.registry.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ronghe.platform.access.Actors;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.registry.Achievement;
import org.ronghe.platform.registry.Duplicates;
import org.ronghe.platform.registry.FilledForm;
import org.ronghe.platform.registry.Likeness;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Finds achievements that may be the same. Each key is followed to a few achievements only, and of
/// those the few with most in common are compared, so that a thousand alike cost no more than a
/// few.
@Service
class StoredDuplicates implements Duplicates {
  private static final int MOST = 10;
  private static final int FOLLOWED = 20;
  private static final int COMPARED = 20;

  private final JdbcClient jdbc;
  private final KnownForms known;
  private final Passages passages;

  StoredDuplicates(JdbcClient jdbc, KnownForms known, Passages passages) {
    this.jdbc = jdbc;
    this.known = known;
    this.passages = passages;
  }

  /// Writes the keys of forms anew. Called within a transaction.
  void write(List<Parties.Named> forms, boolean fresh) {
    if (!fresh) {
      jdbc.sql("DELETE FROM achievement_key WHERE achievement = ANY (:ids)")
          .param("ids", forms.stream().map(Parties.Named::achievement).toArray(Long[]::new))
          .update();
    }
    // In the order of the index: a leaf is visited once a batch, not once a key.
    record Key(long key, Parties.Named of) {}
    var keys = new ArrayList<Key>();
    for (Parties.Named one : forms) {
      LikenessKeys.weights(one.form()).keySet().forEach(key -> keys.add(new Key(key, one)));
    }
    if (keys.isEmpty()) {
      return;
    }
    keys.sort(Comparator.comparingLong(Key::key).thenComparingLong(one -> one.of().achievement()));
    jdbc.sql(
            """
            INSERT INTO achievement_key (key, achievement, keeper)
            SELECT * FROM unnest(:keys::bigint[], :achievements::bigint[], :keepers::bigint[])\
            """
                + (fresh ? "" : " ON CONFLICT DO NOTHING")) // Another may write them, too.
        .param("keys", keys.stream().map(Key::key).toArray(Long[]::new))
        .param(
            "achievements", keys.stream().map(one -> one.of().achievement()).toArray(Long[]::new))
        .param("keepers", keys.stream().map(one -> one.of().keeper()).toArray(Long[]::new))
        .update();
  }

  @Override
  @Transactional(readOnly = true)
  public List<Likeness> of(Achievement achievement) {
    long id = achievement.id();
    FilledForm form = achievement.form();
    List<Long> sharing = passages.near(form.value("summary"), id);
    return found(List.of(form), id, sharing, verdicts(id)).getFirst();
  }

  @Override
  @Transactional(readOnly = true)
  public List<List<Likeness>> of(List<FilledForm> forms) {
    return found(forms, 0, List.of(), Map.of());
  }

  /// @param sharing others that are compared in any case, since they may share passages
  private List<List<Likeness>> found(
      List<FilledForm> forms, long itself, List<Long> sharing, Map<Long, String> verdicts) {
    var keysOf = new ArrayList<Map<Long, Integer>>();
    var keys = new LinkedHashSet<Long>();
    for (FilledForm form : forms) {
      Map<Long, Integer> own = LikenessKeys.weights(form);
      keysOf.add(own);
      keys.addAll(own.keySet());
    }
    Map<Long, List<Long>> byKey = byKey(keys);
    var candidates = new ArrayList<List<Long>>();
    var all = new LinkedHashSet<Long>();
    for (Map<Long, Integer> own : keysOf) {
      var compared = new LinkedHashSet<>(likeliest(own, byKey, itself));
      compared.addAll(sharing);
      candidates.add(List.copyOf(compared));
      all.addAll(compared);
    }
    Map<Long, KnownForms.Known> others = known.of(all);
    var found = new ArrayList<List<Likeness>>();
    for (int i = 0; i < forms.size(); i++) {
      List<Long> compared = candidates.get(i);
      found.add(
          compared.isEmpty()
              ? List.of()
              : likely(Traits.of(forms.get(i)), compared, others, verdicts));
    }
    return found;
  }

  /// Those with most in common, of two with as much the older.
  private static List<Long> likeliest(
      Map<Long, Integer> keys, Map<Long, List<Long>> byKey, long itself) {
    var common = new HashMap<Long, Integer>();
    keys.forEach((key, weight) ->
        byKey.getOrDefault(key, List.of()).forEach(one -> common.merge(one, weight, Integer::sum)));
    common.remove(itself);
    return common.entrySet().stream()
        .sorted(
            Map.Entry.<Long, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(COMPARED)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static List<Likeness> likely(
      Traits traits,
      List<Long> candidates,
      Map<Long, KnownForms.Known> others,
      Map<Long, String> verdicts) {
    var likely = new ArrayList<Likeness>();
    for (long candidate : candidates) {
      KnownForms.Known other = others.get(candidate);
      if (other == null) {
        continue;
      }
      Likeness likeness =
          traits.likeness(
              candidate,
              other.title(),
              Traits.of(other.form()),
              verdicts.getOrDefault(candidate, ""));
      if (likeness.likely()) {
        likely.add(likeness);
      }
    }
    likely.sort(
        Comparator.comparingInt((Likeness one) -> -one.rights().size())
            .thenComparingInt(one -> -one.titlePercent())
            .thenComparingLong(Likeness::achievement));
    return likely.subList(0, Math.min(MOST, likely.size()));
  }

  private Map<Long, List<Long>> byKey(Set<Long> keys) {
    var byKey = new HashMap<Long, List<Long>>();
    jdbc.sql(
            """
            SELECT k.key, f.achievement FROM unnest(:keys::bigint[]) AS k (key)
            CROSS JOIN LATERAL (SELECT achievement FROM achievement_key a WHERE a.key = k.key
              ORDER BY a.achievement LIMIT :most) AS f\
            """)
        .param("keys", keys.toArray(Long[]::new))
        .param("most", FOLLOWED)
        .query(row -> {
          byKey.computeIfAbsent(row.getLong(1), _ -> new ArrayList<>()).add(row.getLong(2));
        });
    return byKey;
  }

  private Map<Long, String> verdicts(long achievement) {
    var verdicts = new HashMap<Long, String>();
    jdbc.sql(
            """
            SELECT CASE WHEN one = :id THEN other ELSE one END AS id, same
            FROM achievement_pair WHERE one = :id OR other = :id\
            """)
        .param("id", achievement)
        .query(row -> {
          verdicts.put(row.getLong("id"), row.getBoolean("same") ? "same" : "different");
        });
    return verdicts;
  }

  @Override
  @Transactional
  public void decide(long one, long other, boolean same, String reason) {
    if (!Actors.current().writesAll()) {
      throw new NodeProblem(ProblemCode.NOT_ALLOWED);
    }
    long there =
        jdbc.sql("SELECT count(*) FROM achievement WHERE id IN (:one, :other)")
            .param("one", one)
            .param("other", other)
            .query(Long.class)
            .single();
    if (there != 2) {
      throw new NodeProblem(ProblemCode.NOT_FOUND);
    }
    jdbc.sql(
            """
            INSERT INTO achievement_pair (one, other, same, reason) VALUES (:one, :other, :same, :reason)
            ON CONFLICT (one, other) DO UPDATE SET same = excluded.same, reason = excluded.reason, decided = now(),
              decided_by = excluded.decided_by, decided_as = excluded.decided_as\
            """)
        .param("one", Math.min(one, other))
        .param("other", Math.max(one, other))
        .param("same", same)
        .param("reason", reason.strip())
        .update();
  }
}
