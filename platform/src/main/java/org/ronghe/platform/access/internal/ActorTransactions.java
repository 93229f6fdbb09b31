package org.ronghe.platform.access.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.access.Actors;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;

/// Begins transactions and tells the database, for that transaction alone, who is asking; row-level
/// security and the audit log go by it.
///
/// Costs one more round trip a transaction.
final class ActorTransactions extends JdbcTransactionManager {
  private static final long serialVersionUID = 1L;

  private static final String TELL =
      """
      SELECT set_config('ronghe.account', ?, true), set_config('ronghe.actor', ?, true),
        set_config('ronghe.origin', ?, true), set_config('ronghe.signed_in', ?, true),
        set_config('ronghe.reads_all', ?, true), set_config('ronghe.writes_all', ?, true),
        set_config('ronghe.administers', ?, true), set_config('ronghe.audits', ?, true),
        set_config('ronghe.system', ?, true), set_config('ronghe.organisations', ?, true),
        set_config('ronghe.writable_organisations', ?, true)\
      """;

  ActorTransactions(DataSource dataSource) {
    super(dataSource);
  }

  @Override
  protected void doBegin(Object transaction, TransactionDefinition definition) {
    super.doBegin(transaction, definition);
    DataSource source = obtainDataSource();
    Connection connection = DataSourceUtils.getConnection(source);
    try {
      tell(connection, Actors.current());
    } catch (SQLException e) {
      doCleanupAfterCompletion(transaction);
      throw new CannotCreateTransactionException("cannot tell the database who is asking", e);
    } finally {
      DataSourceUtils.releaseConnection(connection, source);
    }
  }

  private static void tell(Connection connection, Actor actor) throws SQLException {
    String[] values = {
      actor.account() == null ? "" : Long.toString(actor.account()),
      actor.name(),
      actor.origin(),
      yes(actor.signedIn()),
      yes(actor.readsAll()),
      yes(actor.writesAll()),
      yes(actor.administers()),
      yes(actor.audits()),
      yes(actor.isSystem()),
      array(actor.roles().keySet()),
      array(actor.writableOrganisations())
    };
    try (PreparedStatement statement = connection.prepareStatement(TELL)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      statement.execute();
    }
  }

  private static String yes(boolean is) {
    return is ? "yes" : "";
  }

  private static String array(Collection<Long> ids) {
    return ids.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
  }
}
