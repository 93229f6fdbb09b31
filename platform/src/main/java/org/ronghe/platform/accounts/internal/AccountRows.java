package org.ronghe.platform.accounts.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.accounts.Account;
import org.ronghe.platform.accounts.AccountState;
import org.ronghe.platform.accounts.NewAccount;
import org.ronghe.platform.text.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Accounts, their passwords and the roles they hold now, as rows. What may be seen and changed,
/// row-level security decides by the actor of the transaction around.
@Repository
class AccountRows {
  static final String COLUMNS =
      "a.id, a.name, a.email, a.display_name, a.language, a.state, a.created_at";

  /// Grants that hold now.
  static final String HOLDS_NOW =
      "revoked_at IS NULL AND valid_from <= now() AND (valid_to IS NULL OR valid_to > now())";

  private final JdbcClient jdbc;

  AccountRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The account that signs in with the name or e-mail.
  Optional<Account> findByName(String nameOrEmail) {
    return jdbc.sql(
            "SELECT " + COLUMNS + " FROM account a WHERE a.name = :name OR lower(a.email) = :name")
        .param("name", NewAccount.normalised(nameOrEmail))
        .query(AccountRows::account)
        .optional();
  }

  Optional<Account> find(long id) {
    return jdbc.sql("SELECT " + COLUMNS + " FROM account a WHERE a.id = :id")
        .param("id", id)
        .query(AccountRows::account)
        .optional();
  }

  long insert(NewAccount account) {
    return jdbc.sql(
            """
            INSERT INTO account (name, email, display_name, language)
            VALUES (:name, :email, :displayName, :language) RETURNING id
            """)
        .param("name", account.name())
        .param("email", account.email())
        .param("displayName", account.displayName())
        .param("language", account.language().code())
        .query(Long.class)
        .single();
  }

  void setState(long account, AccountState state) {
    jdbc.sql("UPDATE account SET state = :state WHERE id = :id")
        .param("state", state.code())
        .param("id", account)
        .update();
  }

  Optional<String> findPasswordHash(long account) {
    return jdbc.sql("SELECT hash FROM account_password WHERE account = :account")
        .param("account", account)
        .query(String.class)
        .optional();
  }

  void setPasswordHash(long account, String hash) {
    jdbc.sql(
            """
            INSERT INTO account_password (account, hash) VALUES (:account, :hash)
            ON CONFLICT (account) DO UPDATE SET hash = EXCLUDED.hash, changed_at = now()
            """)
        .param("account", account)
        .param("hash", hash)
        .update();
  }

  static Account account(ResultSet row, int number) throws SQLException {
    return new Account(
        row.getLong("id"),
        row.getString("name"),
        text(row, "email"),
        row.getString("display_name"),
        Language.find(row.getString("language")).orElse(Language.ENGLISH),
        AccountState.of(row.getString("state")),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }

  private static @Nullable String text(ResultSet row, String column) throws SQLException {
    return row.getString(column);
  }
}
