package org.ronghe.platform.accounts.internal;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.access.Actors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/// How sessions are kept: in the database, by the node itself, and told by a cookie.
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {
  /// Unused for this long, a session is over.
  private static final Duration IDLE = Duration.ofHours(1);

  private static final Actor ITSELF = Actor.system("session");

  /// The transactions Spring Session works in; it finds them by their name.
  @Bean
  TransactionOperations springSessionTransactionOperations(
      PlatformTransactionManager transactions, JdbcTemplate jdbc) {
    var template = new TransactionTemplate(transactions);
    template.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    return new TransactionOperations() {
      @Override
      public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
        return Actors.getAs(ITSELF, () -> template.execute(action));
      }
    };
  }

  @Bean
  SessionRepositoryCustomizer<JdbcIndexedSessionRepository> idleTimeout() {
    return repository -> repository.setDefaultMaxInactiveInterval(IDLE);
  }

  @Bean
  SessionRepositoryCustomizer<JdbcIndexedSessionRepository> postgresStatements() {
    return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
  }

  @Bean
  CookieSerializer sessionCookie() {
    var cookie = new DefaultCookieSerializer();
    cookie.setCookieName("ronghe_session");
    cookie.setCookiePath("/");
    cookie.setUseHttpOnlyCookie(true);
    cookie.setSameSite("Lax");
    return cookie;
  }
}
