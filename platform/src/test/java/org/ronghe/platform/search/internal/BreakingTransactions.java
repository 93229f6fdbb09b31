package org.ronghe.platform.search.internal;

import java.util.Random;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionStatus;

/// Transactions of a program that is killed at some of their beginnings, and at some of their ends
/// before the commit or after it.
public final class BreakingTransactions extends JdbcTransactionManager {
  private static final long serialVersionUID = 1L;

  /// The end of the program.
  public static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final Random random;
  private int stops;

  public BreakingTransactions(DataSource source, Random random) {
    super(source);
    this.random = random;
  }

  /// How often it was killed.
  public int stops() {
    return stops;
  }

  @Override
  protected void doBegin(Object transaction, TransactionDefinition definition) {
    maybeStop();
    super.doBegin(transaction, definition);
  }

  @Override
  protected void doCommit(DefaultTransactionStatus status) {
    if (random.nextInt(6) == 0) {
      super.doRollback(status);
      stops++;
      throw new Stopped();
    }
    super.doCommit(status);
    maybeStop();
  }

  private void maybeStop() {
    if (random.nextInt(8) == 0) {
      stops++;
      throw new Stopped();
    }
  }
}
