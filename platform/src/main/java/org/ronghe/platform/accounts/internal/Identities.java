package org.ronghe.platform.accounts.internal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.accounts.Account;
import org.ronghe.platform.accounts.NewAccount;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.text.Language;
import org.ronghe.platform.web.Saying;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Which account belongs to a person at an identity provider.
@Service
class Identities {
  /// A person as the provider tells.
  ///
  /// @param email only one that the provider has verified; null if there is none
  record Identity(
      String issuer, String subject, @Nullable String email, String name, Language language) {}

  /// A link between an account and a person at a provider.
  record Link(long id, String issuer, @Nullable String email, Instant since) {}

  private final SystemWork work;
  private final AccountRows rows;
  private final JdbcClient jdbc;

  Identities(SystemWork work, AccountRows rows, JdbcClient jdbc) {
    this.work = work;
    this.rows = rows;
    this.jdbc = jdbc;
  }

  /// The account of a person: the one linked; else the one with the verified e-mail, which is
  /// linked from then on (administrators alone enter e-mails, so nobody can lie in wait with one);
  /// else a new one without a role, which waits for rights.
  Account accountOf(Identity identity) {
    return work.write(() -> {
      Optional<Account> linked = linked(identity);
      if (linked.isPresent()) {
        return linked.get();
      }
      Account account = byEmail(identity).orElseGet(() -> make(identity));
      insert(account.id(), identity);
      return account;
    });
  }

  /// Links a person to an account, whatever the e-mails say.
  ///
  /// @throws NodeProblem CONFLICT if the person is linked to another
  void link(long account, Identity identity) {
    work.write(() -> {
      Optional<Account> linked = linked(identity);
      if (linked.isEmpty()) {
        insert(account, identity);
      } else if (linked.get().id() != account) {
        throw new NodeProblem(ProblemCode.CONFLICT, Saying.of("accounts.fault.identity-taken"));
      }
      return true;
    });
  }

  /// The links of an account that the current actor may see.
  @Transactional(readOnly = true)
  List<Link> of(long account) {
    return jdbc.sql(
            "SELECT id, issuer, email, linked_at FROM account_identity WHERE account = :account"
                + " ORDER BY id")
        .param("account", account)
        .query((row, number) ->
            new Link(
                row.getLong("id"),
                row.getString("issuer"),
                row.getString("email"),
                row.getObject("linked_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  /// Undoes a link.
  @Transactional
  void unlink(long account, long link) {
    int removed =
        jdbc.sql("DELETE FROM account_identity WHERE id = :id AND account = :account")
            .param("id", link)
            .param("account", account)
            .update();
    if (removed == 0) {
      throw new NodeProblem(ProblemCode.NOT_FOUND);
    }
  }

  private Optional<Account> linked(Identity identity) {
    return jdbc.sql(
            "SELECT "
                + AccountRows.COLUMNS
                + " FROM account a JOIN account_identity i ON i.account = a.id"
                + " WHERE i.issuer = :issuer AND i.subject = :subject")
        .param("issuer", identity.issuer)
        .param("subject", identity.subject)
        .query(AccountRows::account)
        .optional();
  }

  private Optional<Account> byEmail(Identity identity) {
    if (identity.email == null) {
      return Optional.empty();
    }
    return jdbc.sql(
            "SELECT " + AccountRows.COLUMNS + " FROM account a WHERE lower(a.email) = :email")
        .param("email", identity.email.toLowerCase(Locale.ROOT))
        .query(AccountRows::account)
        .optional();
  }

  private Account make(Identity identity) {
    String unique =
        "oidc-"
            + java.util.HexFormat.of()
                .formatHex(Secrets.digest(identity.issuer + "\n" + identity.subject), 0, 8);
    String email = identity.email;
    var account =
        new NewAccount(
            email == null ? unique : email,
            email,
            identity.name.isBlank() ? (email == null ? unique : email) : shortened(identity.name),
            identity.language);
    if (!account.faults().isEmpty()) {
      account = new NewAccount(unique, null, unique, identity.language);
    }
    return rows.find(rows.insert(account)).orElseThrow();
  }

  private static String shortened(String name) {
    String plain = name.replaceAll("\\p{Cntrl}", " ").strip();
    return plain.length() <= 200 ? plain : plain.substring(0, 200);
  }

  private void insert(long account, Identity identity) {
    jdbc.sql(
            """
            INSERT INTO account_identity (account, issuer, subject, email)
            VALUES (:account, :issuer, :subject, :email)
            """)
        .param("account", account)
        .param("issuer", identity.issuer)
        .param("subject", identity.subject)
        .param("email", identity.email)
        .update();
  }
}
