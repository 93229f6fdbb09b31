package org.ronghe.platform.matching.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.postgresql.ds.PGSimpleDataSource;
import org.ronghe.match.search.Engine;
import org.ronghe.platform.matching.CatalogueTable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/// A program of a test: keeps a matching index in step until it is killed.
public final class FeedProgram {
  private FeedProgram() {}

  /// Runs until it is killed.
  ///
  /// @param arguments URL, user and password of the database, folder of the index, file to make
  ///   when it is open
  public static void main(String[] arguments) throws IOException, InterruptedException {
    var source = new PGSimpleDataSource();
    source.setUrl(arguments[0]);
    source.setUser(arguments[1]);
    source.setPassword(arguments[2]);
    source.setCurrentSchema("ronghe");
    MatchingFeed feed = feed(source);
    Path folder = Path.of(arguments[3]);
    Engine engine = LetterEncoder.engine("a");
    try (OpenIndex open = OpenIndex.open(folder, engine, feed)) {
      Files.createFile(Path.of(arguments[4]));
      while (true) {
        if (feed.apply(open.index()) == 0) {
          Thread.sleep(5);
        }
      }
    }
  }

  static MatchingFeed feed(PGSimpleDataSource source) {
    return new MatchingFeed(
        new CatalogueTable(source),
        new MatchingOutbox(JdbcClient.create(source)),
        new JdbcTransactionManager(source));
  }
}
