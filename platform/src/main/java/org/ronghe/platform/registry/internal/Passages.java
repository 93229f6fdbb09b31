package org.ronghe.platform.registry.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ronghe.match.duplicate.DuplicateFinder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Keys of summaries, under which achievements that share passages meet.
@Component
class Passages {
  /// A key of more achievements is of a phrase that everybody uses.
  private static final int USUAL = 50;

  private static final int MOST = 20;

  private final JdbcClient jdbc;

  Passages(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Due(long number, long achievement) {}

  private record Key(long key, long achievement, long keeper) {}

  /// Makes the keys of the next achievements that wait.
  ///
  /// @return whether there were any
  @Transactional
  public boolean renewSome(int most) {
    List<Due> due =
        jdbc.sql("SELECT number, achievement FROM passage_due ORDER BY number LIMIT :most")
            .param("most", most)
            .query((row, _) -> new Due(row.getLong(1), row.getLong(2)))
            .list();
    if (due.isEmpty()) {
      return false;
    }
    Set<Long> achievements = new HashSet<>();
    due.forEach(one -> achievements.add(one.achievement()));
    jdbc.sql("DELETE FROM achievement_passage WHERE achievement = ANY (:ids)")
        .param("ids", achievements.toArray(Long[]::new))
        .update();
    insert(keys(achievements));
    jdbc.sql("DELETE FROM passage_due WHERE number = ANY (:numbers)")
        .param("numbers", due.stream().map(Due::number).toArray(Long[]::new))
        .update();
    return true;
  }

  /// In the order of the index, so that a leaf is visited once.
  private List<Key> keys(Collection<Long> achievements) {
    var keys = new ArrayList<Key>();
    jdbc.sql(
            """
            SELECT id, organisation, form ->> 'summary' AS summary FROM achievement
            WHERE id = ANY (:ids) AND form ->> 'summary' <> ''\
            """)
        .param("ids", achievements.toArray(Long[]::new))
        .query(row -> {
          for (long key : DuplicateFinder.keys(row.getString("summary"))) {
            keys.add(new Key(key, row.getLong("id"), row.getLong("organisation")));
          }
        });
    keys.sort(Comparator.comparingLong(Key::key).thenComparingLong(Key::achievement));
    return keys;
  }

  private void insert(List<Key> keys) {
    jdbc.sql(
            """
            INSERT INTO achievement_passage (key, achievement, keeper)
            SELECT * FROM unnest(:keys::bigint[], :achievements::bigint[], :keepers::bigint[])\
            """)
        .param("keys", keys.stream().map(Key::key).toArray(Long[]::new))
        .param("achievements", keys.stream().map(Key::achievement).toArray(Long[]::new))
        .param("keepers", keys.stream().map(Key::keeper).toArray(Long[]::new))
        .update();
  }

  /// Achievements that may share passages with a summary, those that share most first. Called
  /// within a transaction.
  ///
  /// @param without id of one that is not asked for, 0 for none
  List<Long> near(String summary, long without) {
    Long[] keys = Arrays.stream(DuplicateFinder.keys(summary)).boxed().toArray(Long[]::new);
    if (keys.length == 0) {
      return List.of();
    }
    Map<Long, List<Long>> byKey = new HashMap<>();
    jdbc.sql(
            """
            SELECT k.key, f.achievement FROM unnest(:keys::bigint[]) AS k (key)
            CROSS JOIN LATERAL (SELECT achievement FROM achievement_passage a WHERE a.key = k.key
              ORDER BY a.achievement LIMIT :most) AS f\
            """)
        .param("keys", keys)
        .param("most", USUAL + 1)
        .query(row -> {
          byKey.computeIfAbsent(row.getLong(1), _ -> new ArrayList<>()).add(row.getLong(2));
        });
    Map<Long, Integer> shared = new HashMap<>();
    byKey.values().stream()
        .filter(holders -> holders.size() <= USUAL)
        .forEach(holders -> holders.forEach(one -> shared.merge(one, 1, Integer::sum)));
    shared.remove(without);
    return shared.entrySet().stream()
        .sorted(
            Map.Entry.<Long, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST)
        .map(Map.Entry::getKey)
        .toList();
  }
}
