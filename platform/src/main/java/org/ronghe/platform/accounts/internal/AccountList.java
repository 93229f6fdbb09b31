package org.ronghe.platform.accounts.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.access.Role;
import org.ronghe.platform.accounts.Grant;
import org.ronghe.platform.web.Cursor;
import org.ronghe.platform.web.Filters;
import org.ronghe.platform.web.Filters.Field;
import org.ronghe.platform.web.Filters.Kind;
import org.ronghe.platform.web.ListQuery;
import org.ronghe.platform.web.Listing;
import org.ronghe.platform.web.SqlCondition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Accounts and grants to look through, as far as the current actor may see them.
@Repository
class AccountList {
  private static final String ORDER = "display_name";
  private static final String ROLES =
      "ARRAY(SELECT DISTINCT role FROM role_grant WHERE account = a.id AND "
          + AccountRows.HOLDS_NOW
          + " ORDER BY role)";

  private static final Filters FILTERS =
      Filters.of(
          new Field("name", Kind.TEXT, "a.name"),
          new Field("state", Kind.TEXT, "a.state"),
          new Field("role", Kind.ONE_OF, ROLES));

  private final JdbcClient jdbc;

  AccountList(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Accounts by displayed name.
  @Transactional(readOnly = true)
  Listing<AccountLine> list(ListQuery query) {
    SqlCondition asked = FILTERS.parse(query.filter());
    if (!query.search().isBlank()) {
      asked =
          asked.and(
              new SqlCondition(
                  """
                  a.display_name ILIKE :like OR a.name ILIKE :like OR a.email ILIKE :like\
                  """,
                  Map.of(
                      "like",
                      "%" + query.search().strip().replaceAll("([\\\\%_])", "\\\\$1") + "%")));
    }
    SqlCondition here = asked;
    if (query.cursor() != null) {
      List<String> after = Cursor.of(query.cursor(), ORDER, 2).values();
      here =
          asked.and(
              new SqlCondition(
                  "(lower(a.display_name), a.id) > (:afterName, CAST(:afterId AS bigint))",
                  Map.of("afterName", after.get(0), "afterId", after.get(1))));
    }
    List<AccountLine> lines =
        jdbc.sql(
                "SELECT "
                    + AccountRows.COLUMNS
                    + ", "
                    + ROLES
                    + " AS roles, account_has_second_factor(a.id) AS second_factor FROM account a"
                    + " WHERE "
                    + here.sql()
                    + " ORDER BY lower(a.display_name), a.id LIMIT "
                    + (query.perPage() + 1))
            .params(here.parameters())
            .query(AccountList::line)
            .list();
    long count =
        jdbc.sql("SELECT count(*) FROM account a WHERE " + asked.sql())
            .params(asked.parameters())
            .query(Long.class)
            .single();
    return Listing.of(
        lines,
        query.perPage(),
        count,
        line ->
            new Cursor(
                ORDER,
                List.of(
                    jdbc.sql("SELECT lower(:name)")
                        .param("name", line.account().displayName())
                        .query(String.class)
                        .single(),
                    Long.toString(line.account().id()))));
  }

  /// The grants of an account, those that hold first.
  @Transactional(readOnly = true)
  List<Grant> grants(long account) {
    return jdbc.sql(
            """
            SELECT id, role, organisation, valid_from, valid_to, reason,
              coalesce(account_label(granted_by), 'ronghe') AS granted_by, revoked_at
            FROM role_grant WHERE account = :account ORDER BY revoked_at DESC NULLS FIRST, id DESC
            """)
        .param("account", account)
        .query(AccountList::grant)
        .list();
  }

  /// The roles that ask for a second factor.
  @Transactional(readOnly = true)
  List<Role> secondFactorRoles() {
    return jdbc.sql("SELECT role FROM second_factor_rule ORDER BY role")
        .query((row, number) -> Role.of(row.getString(1)))
        .list();
  }

  /// Says which roles ask for a second factor, from the next request on.
  @Transactional
  void setSecondFactorRoles(List<Role> roles) {
    String[] codes = roles.stream().map(Role::code).toArray(String[]::new);
    jdbc.sql("DELETE FROM second_factor_rule WHERE role <> ALL (:roles)")
        .param("roles", codes)
        .update();
    jdbc.sql(
            "INSERT INTO second_factor_rule (role) SELECT unnest(CAST(:roles AS text[])) ON"
                + " CONFLICT DO NOTHING")
        .param("roles", codes)
        .update();
  }

  private static AccountLine line(ResultSet row, int number) throws SQLException {
    List<Role> roles =
        Arrays.stream((Object[]) row.getArray("roles").getArray())
            .map(code -> Role.of(code.toString()))
            .toList();
    return new AccountLine(
        AccountRows.account(row, number), roles, row.getBoolean("second_factor"));
  }

  private static Grant grant(ResultSet row, int number) throws SQLException {
    return new Grant(
        row.getLong("id"),
        Role.of(row.getString("role")),
        row.getObject("organisation", Long.class),
        row.getObject("valid_from", OffsetDateTime.class).toInstant(),
        moment(row, "valid_to"),
        row.getString("reason"),
        row.getString("granted_by"),
        moment(row, "revoked_at"));
  }

  private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
