package org.ronghe.platform.accounts.internal;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/// What the provider is asked for, with PKCE (RFC 7636). Where the provider does not answer nothing
/// is asked, and the page at the same address says so.
final class ProviderRequest implements OAuth2AuthorizationRequestResolver {
  private static final Logger LOG = LoggerFactory.getLogger(ProviderRequest.class);

  private final DefaultOAuth2AuthorizationRequestResolver resolver;

  ProviderRequest(ClientRegistrationRepository registrations, String base) {
    resolver = new DefaultOAuth2AuthorizationRequestResolver(registrations, base);
    resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
  }

  @Override
  public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
    if (!request.getRequestURI().equals(ProviderSignIn.PATH)) {
      return null;
    }
    try {
      OAuth2AuthorizationRequest asked = resolver.resolve(request);
      String next = request.getParameter("next");
      if (asked != null && next != null) {
        request.getSession().setAttribute(SignedInSession.NEXT, SignInSteps.local(next));
      }
      return asked;
    } catch (RuntimeException e) {
      LOG.warn("the identity provider does not answer", e);
      return null;
    }
  }

  @Override
  public @Nullable OAuth2AuthorizationRequest resolve(
      HttpServletRequest request, String registration) {
    return resolver.resolve(request, registration);
  }
}
