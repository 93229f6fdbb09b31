package org.ronghe.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class TestDatabaseTest {
  @Test
  void everyTestClassHasAMigratedDatabaseOfItsOwn() throws SQLException {
    try (var one = TestDatabase.fresh();
        var other = TestDatabase.fresh()) {
      execute(one.owner(), "CREATE TABLE ronghe.only_here (n int)");
      assertThat(count(one.owner(), "FROM pg_tables WHERE tablename = 'only_here'")).isEqualTo(1);
      assertThat(count(other.owner(), "FROM pg_tables WHERE tablename = 'only_here'")).isZero();
      assertThat(count(other.owner(), "FROM ronghe.audit_head")).isEqualTo(1);
    }
  }

  @Test
  void theNodesRoleChangesNoTablesAndIsBoundByRowLevelSecurity() throws SQLException {
    try (var database = TestDatabase.fresh()) {
      assertThatExceptionOfType(SQLException.class)
          .isThrownBy(() -> execute(database.app(), "CREATE TABLE ronghe.mine (n int)"))
          .matches(e -> e.getSQLState().equals("42501"));
      assertThat(count(database.owner(), "FROM ronghe.audit_head")).isEqualTo(1);
      assertThat(count(database.app(), "FROM ronghe.audit_head")).isZero();
    }
  }

  private static void execute(DataSource source, String sql) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static int count(DataSource source, String from) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT count(*) " + from)) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
