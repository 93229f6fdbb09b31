package org.ronghe.platform.facts.internal;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ronghe.platform.facts.Names;
import org.ronghe.platform.facts.internal.SubjectRows.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What pages ask of subjects of any kind.
@Service
class SubjectReader {
  private final SubjectRows rows;
  private final JdbcClient jdbc;

  SubjectReader(SubjectRows rows, JdbcClient jdbc) {
    this.rows = rows;
    this.jdbc = jdbc;
  }

  /// A subject.
  ///
  /// @throws org.ronghe.platform.problem.NodeProblem NOT_FOUND
  @Transactional(readOnly = true)
  public Subject get(long id) {
    return rows.get(id);
  }

  /// Names by id, whatever kind the subjects are of.
  @Transactional(readOnly = true)
  public Map<Long, Names> names(Collection<Long> ids) {
    var names = new LinkedHashMap<Long, Names>();
    jdbc.sql(
            """
            SELECT id, name_zh, name_en FROM organisation WHERE id = ANY (:ids)
            UNION ALL SELECT id, name_zh, name_en FROM person WHERE id = ANY (:ids)
            UNION ALL SELECT id, name_zh, name_en FROM work WHERE id = ANY (:ids)\
            """)
        .param("ids", ids.toArray(Long[]::new))
        .query(row -> {
          names.put(
              row.getLong("id"), new Names(row.getString("name_zh"), row.getString("name_en")));
        });
    return names;
  }
}
