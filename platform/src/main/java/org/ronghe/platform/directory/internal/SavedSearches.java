package org.ronghe.platform.directory.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.web.Redirect;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What people look for again and again: each their own, seen by nobody else.
@Component
class SavedSearches {
  private static final int MOST = 200;
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_ADDRESS = 2000;

  private final JdbcClient jdbc;

  SavedSearches(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The reader's own, by name.
  @Transactional(readOnly = true)
  public List<SavedSearch> mine() {
    return jdbc.sql(
            "SELECT id, name, address, made FROM saved_search ORDER BY name COLLATE \"C\", id")
        .query(SavedSearches::read)
        .list();
  }

  /// The reader's own that lead to a page.
  @Transactional(readOnly = true)
  public List<SavedSearch> mine(String path) {
    return mine().stream()
        .filter(one -> one.address().equals(path) || one.address().startsWith(path + "?"))
        .toList();
  }

  private static SavedSearch read(ResultSet row, int number) throws SQLException {
    return new SavedSearch(
        row.getLong("id"),
        row.getString("name"),
        row.getString("address"),
        row.getObject("made", OffsetDateTime.class).toInstant());
  }

  /// Keeps a search; one of the same name leads there from now on.
  ///
  /// @throws NodeProblem INPUT_INVALID, CONFLICT if there are too many
  @Transactional
  public SavedSearch keep(String name, String address) {
    String plain = name.strip();
    if (plain.isEmpty() || plain.length() > LONGEST_NAME) {
      throw new NodeProblem(ProblemCode.INPUT_INVALID, Map.of("name", "directory.saved.no-name"));
    }
    if (!Redirect.isLocal(address) || address.length() > LONGEST_ADDRESS) {
      throw new NodeProblem(
          ProblemCode.INPUT_INVALID, Map.of("address", "directory.saved.no-address"));
    }
    if (mine().size() >= MOST) {
      throw new NodeProblem(ProblemCode.INPUT_INVALID, Map.of("name", "directory.saved.too-many"));
    }
    return jdbc.sql(
            """
            INSERT INTO saved_search (name, address) VALUES (:name, :address)
            ON CONFLICT (account, name) DO UPDATE SET address = excluded.address, made = now()
            RETURNING id, name, address, made\
            """)
        .param("name", plain)
        .param("address", address)
        .query(SavedSearches::read)
        .single();
  }

  /// Forgets a search.
  ///
  /// @throws NodeProblem NOT_FOUND
  @Transactional
  public void forget(long id) {
    if (jdbc.sql("DELETE FROM saved_search WHERE id = :id").param("id", id).update() == 0) {
      throw new NodeProblem(ProblemCode.NOT_FOUND);
    }
  }
}
