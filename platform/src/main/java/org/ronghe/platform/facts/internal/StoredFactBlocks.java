package org.ronghe.platform.facts.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.facts.FactBlocks;
import org.ronghe.platform.facts.KnownFact;
import org.ronghe.platform.facts.OrganisationKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Blocks of facts in the database.
@Service
class StoredFactBlocks implements FactBlocks {
  private final JdbcClient jdbc;
  private final FactRows rows;

  StoredFactBlocks(JdbcClient jdbc, FactRows rows) {
    this.jdbc = jdbc;
    this.rows = rows;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Long> organisations(OrganisationKind kind, long after, int count) {
    return jdbc.sql(
            """
            SELECT o.id FROM organisation o
            WHERE o.kind = :kind AND o.id > :after AND o.status <> 'dissolved'
              AND NOT EXISTS (SELECT FROM merge m WHERE m.merged = o.id AND m.in_force @> now())
            ORDER BY o.id LIMIT :count\
            """)
        .param("kind", kind.code())
        .param("after", after)
        .param("count", count)
        .query((row, _) -> row.getLong(1))
        .list();
  }

  @Override
  @Transactional(readOnly = true)
  public List<Long> among(OrganisationKind kind, Collection<Long> organisations) {
    return jdbc.sql(
            """
            SELECT o.id FROM organisation o
            WHERE o.kind = :kind AND o.id = ANY (:among) AND o.status <> 'dissolved'
              AND NOT EXISTS (SELECT FROM merge m WHERE m.merged = o.id AND m.in_force @> now())
            ORDER BY o.id\
            """)
        .param("kind", kind.code())
        .param("among", organisations.toArray(Long[]::new))
        .query((row, _) -> row.getLong(1))
        .list();
  }

  @Override
  @Transactional(readOnly = true)
  public long count(OrganisationKind kind) {
    return jdbc.sql(
            "SELECT count(*) FROM organisation WHERE kind = :kind AND status <> 'dissolved'")
        .param("kind", kind.code())
        .query(Long.class)
        .single();
  }

  @Override
  @Transactional(readOnly = true)
  public Map<Long, List<KnownFact>> known(
      Collection<Long> organisations, @Nullable Instant recorded) {
    Map<Long, Long> roots = roots(organisations, recorded);
    var byRoot = new LinkedHashMap<Long, List<KnownFact>>();
    rows.eachKnown(
        roots,
        recorded,
        (root, fact) -> byRoot.computeIfAbsent(root, _ -> new ArrayList<>()).add(fact));
    return byRoot;
  }

  /// Whom each subject's facts are read of: those asked for, and what was merged into them.
  private Map<Long, Long> roots(Collection<Long> organisations, @Nullable Instant recorded) {
    var roots = new HashMap<Long, Long>();
    organisations.forEach(organisation -> roots.put(organisation, organisation));
    jdbc.sql(
            """
            WITH gone AS (
              SELECT merged, organisation_survivor(merged, coalesce(:at::timestamptz, now())) AS survivor
              FROM merge WHERE in_force @> coalesce(:at::timestamptz, now()))
            SELECT merged, survivor FROM gone WHERE survivor = ANY (:roots)\
            """)
        .param("at", recorded == null ? null : recorded.toString())
        .param("roots", organisations.toArray(Long[]::new))
        .query((row, _) -> roots.put(row.getLong("merged"), row.getLong("survivor")))
        .list();
    return roots;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Long> naming(Collection<Long> organisations) {
    return jdbc.sql(
            """
            SELECT DISTINCT subject FROM fact
            WHERE value_subject = ANY (:named) AND superseded = 0 ORDER BY subject\
            """)
        .param("named", organisations.toArray(Long[]::new))
        .query((row, _) -> row.getLong(1))
        .list();
  }
}
