package org.ronghe.platform.accounts.internal;

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
  SessionRepositoryCustomizer<JdbcIndexedSessionRepository> idleTimeout(AccountSettings settings) {
    return repository -> repository.setDefaultMaxInactiveInterval(settings.idle());
  }

  @Bean
  SessionRepositoryCustomizer<JdbcIndexedSessionRepository> postgresStatements() {
    return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
  }

  @Bean
  CookieSerializer sessionCookie(AccountSettings settings) {
    var cookie = new DefaultCookieSerializer();
    // The prefix makes browsers refuse it from elsewhere and without https (RFC 6265bis, 4.1.3.2).
    cookie.setCookieName(settings.overHttps() ? "__Host-ronghe_session" : "ronghe_session");
    cookie.setUseSecureCookie(settings.overHttps());
    cookie.setCookiePath("/");
    cookie.setUseHttpOnlyCookie(true);
    cookie.setSameSite("Lax");
    return cookie;
  }
}
