package org.ronghe.platform.exchange.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Organisations by what people write for them: the whole name in either language, or the unified
/// social credit code. Called within a transaction.
@Component
class KnownOrganisations {
  private final JdbcClient jdbc;

  KnownOrganisations(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Those that rows belong to.
  Keepers keepers(Pass pass, List<Line> lines) {
    Map<String, Long> known =
        find(lines.stream().map(line -> pass.table().value(line, "organisation")).toList());
    var ids = new ArrayList<>(known.values());
    Long usual = pass.organisation();
    if (usual != null) {
      ids.add(usual);
    }
    return new Keepers(known, writable(ids), usual);
  }

  /// The ids of those that are known; by their name, one in English or a former one, or by their
  /// credit code; of two with one name, the older.
  Map<String, Long> find(Collection<String> words) {
    var found = new HashMap<String, Long>();
    String[] texts =
        words.stream().filter(word -> !word.isEmpty()).distinct().toArray(String[]::new);
    if (texts.length == 0) {
      return found;
    }
    jdbc.sql(
            """
            SELECT word, min(id) AS id FROM (
              SELECT word, id FROM organisations_named(:words)
              UNION ALL SELECT value, subject FROM identifier
                WHERE scheme = 'uscc' AND value = ANY (:words) AND superseded = 0) AS named
            GROUP BY word\
            """)
        .param("words", texts)
        .query(row -> {
          found.put(row.getString(1), row.getLong(2));
        });
    return found;
  }

  /// Whether the current actor enters facts about each of these.
  private Map<Long, Boolean> writable(Collection<Long> ids) {
    var writable = new HashMap<Long, Boolean>();
    jdbc.sql(
            """
            SELECT id, (SELECT actor_writes_all()) OR id = ANY ((SELECT actor_writes_facts_of())::bigint[])
            FROM unnest(:ids::bigint[]) AS id\
            """)
        .param("ids", ids.stream().distinct().toArray(Long[]::new))
        .query(row -> {
          writable.put(row.getLong(1), row.getBoolean(2));
        });
    return writable;
  }
}
