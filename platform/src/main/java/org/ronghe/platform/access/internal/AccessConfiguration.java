package org.ronghe.platform.access.internal;

import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Puts the rights in their two places: before every endpoint, and into every transaction.
@Configuration(proxyBeanMethods = false)
class AccessConfiguration implements WebMvcConfigurer {
  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new AllowInterceptor()).order(Ordered.HIGHEST_PRECEDENCE);
  }

  @Bean
  PlatformTransactionManager transactionManager(DataSource dataSource) {
    return new ActorTransactions(dataSource);
  }
}
