package org.ronghe.platform.search.internal;

import java.nio.file.Path;
import java.util.List;
import org.ronghe.platform.search.SearchSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/// The parts of the search.
@Configuration(proxyBeanMethods = false)
class SearchConfiguration {
  /// @param data the node's data folder
  @Bean
  IndexKeeper indexKeeper(
      @Value("${ronghe.data-folder}") Path data,
      List<SearchSource> sources,
      JdbcClient jdbc,
      PlatformTransactionManager transactions) {
    Path folder = data.resolve("search");
    return new IndexKeeper(folder, sources, new SearchOutbox(jdbc), transactions);
  }
}
