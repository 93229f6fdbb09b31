package org.ronghe.platform.accounts.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.platform.TestDatabase;
import org.ronghe.platform.TestNode;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.access.Actors;
import org.ronghe.platform.access.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What the database lets through when the checks in Java are passed by: plain SQL in the node's
/// own transactions, in the name of somebody.
final class RowSecurityTest {
  private static final List<String> TABLES =
      List.of(
          "account",
          "account_password",
          "totp",
          "recovery_code",
          "account_identity",
          "role_grant",
          "second_factor_rule",
          "invitation",
          "api_key",
          "api_key_use",
          "sign_in_failure",
          "session",
          "session_attributes");

  /// Nobody but the node itself, whatever their role.
  private static final List<String> CLOSED =
      List.of(
          "account_password",
          "totp",
          "recovery_code",
          "invitation",
          "sign_in_failure",
          "session",
          "session_attributes");

  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final JdbcClient OWNER = JdbcClient.create(DATABASE.owner());

  @TempDir static Path folder;
  private static TestNode node;
  private static long mine;
  private static long theirs;

  @BeforeAll
  static void start() {
    node = TestNode.startWith(DATABASE, Map.of("data", folder.toString()));
    mine = node.person("mine");
    theirs = node.person("theirs");
    for (long account : new long[] {mine, theirs}) {
      node.grant(account, Role.DATA_USER, null);
      OWNER.sql("INSERT INTO totp (account, secret) VALUES (?, '\\x00')").param(account).update();
      OWNER
          .sql("INSERT INTO recovery_code (account, hash) VALUES (?, '\\x00')")
          .param(account)
          .update();
      OWNER
          .sql("INSERT INTO account_identity (account, issuer, subject) VALUES (?, 'i', ?)")
          .params(account, Long.toString(account))
          .update();
      OWNER
          .sql(
              """
              INSERT INTO invitation (purpose, account, token_hash, expires_at)
              VALUES ('reset', ?, sha256(?::bytea), now())
              """)
          .params(account, Long.toString(account))
          .update();
      long key =
          OWNER
              .sql(
                  """
                  INSERT INTO api_key (account, name, prefix, hash, scope, expires_at)
                  VALUES (?, 'k', 'rh_', sha256(?::bytea), 'read', now()) RETURNING id
                  """)
              .params(account, Long.toString(account))
              .query(Long.class)
              .single();
      OWNER
          .sql("INSERT INTO api_key_use (api_key, last_used_at, origin) VALUES (?, now(), '')")
          .param(key)
          .update();
    }
    OWNER.sql("INSERT INTO second_factor_rule (role) VALUES ('broker')").update();
    node.browser().post("/sign-in", "name", "mine", "password", "wrong");
    node.browser().signIn("theirs");
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  void everyTableHasRowsToHide() {
    for (String table : TABLES) {
      assertThat(OWNER.sql("SELECT count(*) FROM " + table).query(Long.class).single())
          .as(table)
          .isPositive();
    }
  }

  @Test
  void nobodySeesNothing() {
    for (String table : TABLES) {
      assertThat(count(Actor.nobody("test"), table)).as(table).isZero();
      assertThat(
              node.part(JdbcClient.class)
                  .sql("SELECT count(*) FROM " + table)
                  .query(Long.class)
                  .single())
          .as("%s outside of a transaction", table)
          .isZero();
    }
  }

  @Test
  void onesOwnAndNoMore() {
    Actor me = person(mine, Map.of());
    for (String table :
        List.of("account", "role_grant", "api_key", "api_key_use", "account_identity")) {
      assertThat(count(me, table)).as(table).isEqualTo(1);
    }
    assertClosed(me);
  }

  @Test
  void whatProvesSomebodyIsClosedToAdministratorsAndAuditorsToo() {
    Actor admin = person(mine, Map.of(0L, Set.of(Role.ADMINISTRATOR)));
    Actor auditor = person(mine, Map.of(0L, Set.of(Role.AUDITOR)));
    assertThat(count(admin, "account")).isEqualTo(2);
    assertThat(count(auditor, "account")).isEqualTo(2);
    assertThat(count(auditor, "api_key")).isEqualTo(1);
    assertClosed(admin);
    assertClosed(auditor);
  }

  @Test
  void nobodyGivesThemselvesARole() {
    for (Map<Long, Set<Role>> roles :
        List.<Map<Long, Set<Role>>>of(
            Map.of(),
            Map.of(0L, Set.of(Role.AUDITOR, Role.BUREAU_OFFICER)),
            Map.of(7L, Set.of(Role.REGISTRAR, Role.ENTERPRISE)))) {
      Actor me = person(mine, roles);
      assertThatThrownBy(() ->
              update(
                  me,
                  "INSERT INTO role_grant (account, role) VALUES (" + mine + ", 'administrator')"))
          .as("%s", roles)
          .hasStackTraceContaining("row-level security");
      assertThat(update(me, "UPDATE role_grant SET role = 'administrator'")).isZero();
      assertThat(update(me, "DELETE FROM role_grant")).isZero();
      assertThat(update(me, "UPDATE account SET email = 'boss@example.org'")).isZero();
      assertThat(update(me, "DELETE FROM second_factor_rule")).isZero();
    }
  }

  @Test
  void nobodyMakesAKeyForAnother() {
    Actor admin = person(mine, Map.of(0L, Set.of(Role.ADMINISTRATOR)));
    assertThatThrownBy(() ->
            update(
                admin,
                "INSERT INTO api_key (account, name, prefix, hash, scope, expires_at) VALUES ("
                    + theirs
                    + ", 'x', 'x', '\\x01', 'write', now())"))
        .hasStackTraceContaining("row-level security");
  }

  @Test
  void aReadingKeyOfAnAdministratorChangesNothing() {
    Actor key =
        new Actor(
            mine, "mine", "test", Map.of(0L, Set.of(Role.ADMINISTRATOR)), Actor.Kind.READING_KEY);
    assertThat(update(key, "UPDATE account SET state = 'disabled'")).isZero();
    assertThat(update(key, "UPDATE role_grant SET revoked_at = now()")).isZero();
  }

  @Test
  void whoIsAskingIsToldForOneTransactionAlone() {
    // A connection goes back to the pool and to somebody else.
    as(
        Actor.nobody("test"),
        () ->
            node.part(JdbcClient.class)
                .sql("SELECT set_config('ronghe.system', 'yes', true)")
                .query(String.class)
                .single());
    assertThat(count(Actor.nobody("test"), "account_password")).isZero();
  }

  private static void assertClosed(Actor actor) {
    for (String table : CLOSED) {
      assertThat(count(actor, table)).as(table).isZero();
      assertThat(update(actor, "DELETE FROM " + table)).as(table).isZero();
    }
  }

  private static Actor person(long account, Map<Long, Set<Role>> roles) {
    return new Actor(account, "mine", "test", roles, Actor.Kind.PERSON);
  }

  private static long count(Actor actor, String table) {
    return as(
        actor,
        () ->
            node.part(JdbcClient.class)
                .sql("SELECT count(*) FROM " + table)
                .query(Long.class)
                .single());
  }

  private static int update(Actor actor, String sql) {
    return as(actor, () -> node.part(JdbcClient.class).sql(sql).update());
  }

  private static <T> T as(Actor actor, Supplier<T> work) {
    var template = new TransactionTemplate(node.part(PlatformTransactionManager.class));
    return Actors.getAs(
        actor,
        () ->
            java.util.Objects.requireNonNull(
                template.execute(status -> {
                  T result = work.get();
                  status.setRollbackOnly();
                  return result;
                })));
  }
}
