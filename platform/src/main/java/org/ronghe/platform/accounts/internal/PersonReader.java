package org.ronghe.platform.accounts.internal;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ronghe.platform.access.Role;
import org.ronghe.platform.accounts.Account;
import org.ronghe.platform.accounts.AccountState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads, for every request anew, what a person may do by now: one query.
@Component
class PersonReader {
  /// Somebody who is let in.
  ///
  /// @param roles held now, by the organisation's id
  /// @param needsSecondFactor whether one of the roles asks for it
  record Person(Account account, Map<Long, Set<Role>> roles, boolean needsSecondFactor) {}

  private static final String SELECT =
      "SELECT "
          + AccountRows.COLUMNS
          // A role in an organisation holds for what it was merged with, too.
          + ", ARRAY(SELECT coalesce(one.id, 0) || ':' || role FROM role_grant"
          + " LEFT JOIN LATERAL unnest(organisations_merged_with(ARRAY[organisation])) AS one (id)"
          + " ON organisation IS NOT NULL WHERE account = a.id AND "
          + AccountRows.HOLDS_NOW
          + ") AS held, EXISTS (SELECT FROM role_grant JOIN second_factor_rule USING (role)"
          + " WHERE account = a.id AND "
          + AccountRows.HOLDS_NOW
          + ") AS needs FROM account a WHERE a.id = :id";

  private final SystemWork work;
  private final JdbcClient jdbc;

  PersonReader(SystemWork work, JdbcClient jdbc) {
    this.work = work;
    this.jdbc = jdbc;
  }

  /// The person of an account, if it is open.
  Optional<Person> find(long account) {
    return work.read(() ->
        jdbc.sql(SELECT)
            .param("id", account)
            .query(PersonReader::person)
            .optional()
            .filter(person -> person.account.state() == AccountState.ACTIVE));
  }

  private static Person person(ResultSet row, int number) throws SQLException {
    var roles = new HashMap<Long, Set<Role>>();
    Array held = row.getArray("held");
    for (Object grant : (Object[]) held.getArray()) {
      String[] parts = grant.toString().split(":", 2);
      roles
          .computeIfAbsent(Long.valueOf(parts[0]), organisation -> new TreeSet<>())
          .add(Role.of(parts[1]));
    }
    return new Person(AccountRows.account(row, number), roles, row.getBoolean("needs"));
  }
}
