package org.ronghe.platform.accounts.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.access.Actors;
import org.ronghe.platform.accounts.Account;
import org.ronghe.platform.accounts.AccountState;
import org.ronghe.platform.accounts.internal.Identities.Identity;
import org.ronghe.platform.configuration.NodeConfiguration.Oidc;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.text.Language;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/// Signing in at an OpenID Connect provider, with PKCE.
///
/// The provider is asked for its addresses when the first person goes there, so that the node
/// starts whether or not the provider is up.
@Component
class ProviderSignIn {
  /// Where one goes to, and the provider's name in Spring Security.
  static final String PATH = "/sign-in/provider";

  /// Where the provider sends people back to.
  static final String RETURN = "/sign-in/provider/return";

  /// In the session of somebody who asked for a link to their account.
  static final String LINK = "link";

  private static final String REGISTRATION = "provider";
  private static final Logger LOG = LoggerFactory.getLogger(ProviderSignIn.class);

  private final AccountSettings settings;
  private final Identities identities;
  private final SignInSteps steps;

  ProviderSignIn(AccountSettings settings, Identities identities, SignInSteps steps) {
    this.settings = settings;
    this.identities = identities;
    this.steps = steps;
  }

  /// Adds what leads to the provider and back, if there is one.
  void addTo(HttpSecurity http) {
    Oidc provider = settings.provider();
    if (provider == null) {
      return;
    }
    ClientRegistrationRepository registrations =
        new SupplierClientRegistrationRepository(() -> discovered(provider));
    http.oauth2Login(login ->
        login
            .loginPage("/sign-in")
            .clientRegistrationRepository(registrations)
            .authorizedClientRepository(new ForgottenTokens())
            .authorizationEndpoint(endpoint ->
                endpoint.authorizationRequestResolver(
                    new ProviderRequest(registrations, "/sign-in")))
            .redirectionEndpoint(endpoint -> endpoint.baseUri(RETURN))
            .successHandler(this::returned)
            .failureHandler(ProviderSignIn::failed));
  }

  private InMemoryClientRegistrationRepository discovered(Oidc provider) {
    ClientRegistration registration =
        ClientRegistrations.fromIssuerLocation(provider.issuer())
            .registrationId(REGISTRATION)
            .clientId(provider.clientId())
            .clientSecret(provider.clientSecret())
            .clientName(provider.name())
            .scope("openid", "profile", "email")
            .redirectUri(
                (settings.publicUrl().isEmpty() ? "{baseUrl}" : settings.publicUrl()) + RETURN)
            .build();
    return new InMemoryClientRegistrationRepository(registration);
  }

  private void returned(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication)
      throws IOException {
    if (!(authentication.getPrincipal() instanceof OidcUser user)) {
      throw new IllegalStateException("no OpenID Connect user: " + authentication);
    }
    Identity identity = identity(user);
    HttpSession session = request.getSession(false);
    Actor actor = Actors.current();
    if (session != null && session.getAttribute(LINK) != null && actor.account() != null) {
      session.removeAttribute(LINK);
      response.sendRedirect(linked(actor.account(), identity));
      return;
    }
    Account account = identities.accountOf(identity);
    if (account.state() != AccountState.ACTIVE) {
      response.sendRedirect("/sign-in?problem=closed");
      return;
    }
    String next =
        session != null && session.getAttribute(SignedInSession.NEXT) instanceof String to
            ? to
            : "/";
    response.sendRedirect(
        steps.afterFirst(request, response, account, hadSecondFactor(user), next));
  }

  private String linked(long account, Identity identity) {
    try {
      identities.link(account, identity);
      return "/account?done=linked";
    } catch (NodeProblem taken) {
      return "/account?problem=identity-taken";
    }
  }

  private static Identity identity(OidcUser user) {
    String email = Boolean.TRUE.equals(user.getEmailVerified()) ? user.getEmail() : null;
    String name = user.getFullName();
    String locale = user.getLocale();
    return new Identity(
        Objects.requireNonNull(user.getIssuer(), "issuer").toString(),
        Objects.requireNonNull(user.getSubject(), "subject"),
        email,
        name == null ? "" : name,
        Language.find(locale == null ? "en" : locale).orElse(Language.ENGLISH));
  }

  /// Whether the provider says that it saw more than one factor (RFC 8176: `mfa`, or several
  /// methods).
  private static boolean hadSecondFactor(OidcUser user) {
    List<String> methods = user.getAuthenticationMethods();
    Set<String> different = methods == null ? Set.of() : new HashSet<>(methods);
    return different.contains("mfa") || different.size() > 1;
  }

  private static void failed(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    LOG.info("sign-in at the provider failed: {}", failure.getMessage());
    response.sendRedirect("/sign-in?problem=provider");
  }
}
