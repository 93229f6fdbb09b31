package org.ronghe.platform.accounts.internal;

import org.ronghe.platform.access.Actors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.web.servlet.HandlerExceptionResolver;

/// What stands before every request: protection against forged requests, and who is asking. Whether
/// they may, `@Allow` says at each endpoint. What browsers may do with a page, the shell's headers
/// say.
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
  @Bean
  SecurityFilterChain security(
      HttpSecurity http,
      CsrfTokenRepository csrfTokens,
      PersonReader people,
      ApiKeys keys,
      AccountSettings settings,
      ProviderSignIn provider,
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
    http.csrf(csrf ->
            csrf.csrfTokenRepository(csrfTokens)
                // No other site can make a browser send a key, as it can a cookie; and with a
                // key the cookie counts for nothing.
                .ignoringRequestMatchers(request -> ActorFilter.bearer(request) != null))
        .securityContext(
            context -> context.securityContextRepository(new NullSecurityContextRepository()))
        .addFilterAfter(new ActorFilter(people, keys, problems), SecurityContextHolderFilter.class)
        .authorizeHttpRequests(requests ->
            requests
                .requestMatchers("/actuator/health", "/actuator/health/**")
                .permitAll()
                .requestMatchers("/actuator/**")
                .access((authentication, context) ->
                    new AuthorizationDecision(Actors.current().audits()))
                .anyRequest()
                .permitAll())
        .exceptionHandling(handling ->
            handling
                .accessDeniedHandler((request, response, denied) ->
                    problems.resolveException(request, response, null, denied))
                .authenticationEntryPoint((request, response, denied) ->
                    problems.resolveException(request, response, null, denied)))
        .headers(headers -> {
          headers.defaultsDisabled().cacheControl(cache -> {});
          if (settings.overHttps()) {
            headers.httpStrictTransportSecurity(SecurityConfiguration::always);
          }
        })
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable);
    provider.addTo(http);
    return http.build();
  }

  @Bean
  CsrfTokenRepository csrfTokens(AccountSettings settings) {
    var tokens = new CookieCsrfTokenRepository();
    tokens.setCookieName(settings.overHttps() ? "__Host-ronghe_csrf" : "ronghe_csrf");
    tokens.setCookiePath("/");
    tokens.setCookieCustomizer(
        cookie -> cookie.httpOnly(true).sameSite("Lax").secure(settings.overHttps()));
    return tokens;
  }

  private static void always(HeadersConfigurer<HttpSecurity>.HstsConfig hsts) {
    hsts.requestMatcher(request -> true).includeSubDomains(false);
  }
}
