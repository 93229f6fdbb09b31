package org.ronghe.platform.matching.internal;

import java.nio.file.Path;
import org.ronghe.match.search.Engine;
import org.ronghe.platform.matching.OfferSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/// The parts of the matching.
@Configuration(proxyBeanMethods = false)
class MatchingConfiguration {
  /// @param data the node's data folder
  @Bean
  MatchingKeeper matchingKeeper(
      @Value("${ronghe.data-folder}") Path data,
      OfferSource offers,
      Lessons lessons,
      JdbcClient jdbc,
      PlatformTransactionManager transactions) {
    var feed = new MatchingFeed(offers, new MatchingOutbox(jdbc), transactions);
    // Half of the machine for the index, so that the node answers meanwhile.
    int threads = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    return new MatchingKeeper(data.resolve("matching"), feed, () -> Engine.open(threads), lessons);
  }

  /// @param data the node's data folder
  @Bean
  Learner matchLearner(
      @Value("${ronghe.data-folder}") Path data,
      MatchingKeeper keeper,
      StoredDecisions decisions,
      Lessons lessons) {
    return new Learner(keeper, decisions, lessons, data.resolve("matching-learned.json"));
  }
}
