package org.ronghe.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.junit.jupiter.api.Test;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.access.Actors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What could reach the log by way of an exception.
class NodeLogTest {
  @Test
  void whatTheDatabaseSaysOfABrokenRuleHoldsNobody() {
    try (var database = TestDatabase.fresh();
        var node = TestNode.start(database)) {
      node.person("zhang.san");
      var transaction = new TransactionTemplate(node.part(PlatformTransactionManager.class));
      Throwable broken =
          catchThrowable(() ->
              Actors.runAs(
                  Actor.system("test"),
                  () ->
                      transaction.executeWithoutResult(status ->
                          node.part(JdbcClient.class)
                              .sql("INSERT INTO account (name, display_name) VALUES (:name, 'x')")
                              .param("name", "zhang.san")
                              .update())));
      assertThat(broken).isNotNull();
      for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
        assertThat(cause.toString()).doesNotContain("zhang.san");
      }
      assertThat(broken).rootCause().hasMessageContaining("account_name_key");
    }
  }
}
