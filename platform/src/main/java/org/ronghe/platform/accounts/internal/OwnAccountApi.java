package org.ronghe.platform.accounts.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.access.Actors;
import org.ronghe.platform.access.Allow;
import org.ronghe.platform.access.Role;
import org.ronghe.platform.access.Rule;
import org.ronghe.platform.accounts.Account;
import org.ronghe.platform.accounts.ApiKey;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.text.Language;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The account of whoever asks, for programs. A key may look, and may revoke itself and others of
/// its owner, but makes no new key: that takes a person.
@RestController
@RequestMapping("/api/v1/account")
@Tag(name = "account", description = "Whoever asks: roles, keys, sessions")
class OwnAccountApi {
  private final OwnAccount own;
  private final ApiKeys keys;
  private final SessionList sessions;

  OwnAccountApi(OwnAccount own, ApiKeys keys, SessionList sessions) {
    this.own = own;
    this.keys = keys;
    this.sessions = sessions;
  }

  /// Who asks.
  ///
  /// @param roles held now, by the organisation's id; 0 for the node as a whole
  /// @param mayWrite whether anything may be changed this way
  record Me(
      long id, String name, String displayName, Map<Long, List<String>> roles, boolean mayWrite) {
    Me {
      roles = Map.copyOf(roles);
    }
  }

  /// A key without what opens.
  record KeyView(
      long id,
      String name,
      String prefix,
      String scope,
      Instant createdAt,
      Instant expiresAt,
      @Nullable Instant lastUsedAt,
      @Nullable Instant revokedAt) {
    static KeyView of(ApiKey key) {
      return new KeyView(
          key.id(),
          key.name(),
          key.prefix(),
          key.scope().code(),
          key.createdAt(),
          key.expiresAt(),
          key.lastUsedAt(),
          key.revokedAt());
    }
  }

  /// A key to be made.
  record KeyInput(@Nullable String name, @Nullable String scope, int days) {}

  /// A new key; what opens is shown only here.
  record Made(KeyView key, String secret) {}

  /// A session.
  record SessionView(String id, String address, String agent, Instant since, Instant lastUsedAt) {}

  @GetMapping
  @Allow(Rule.SIGNED_IN)
  @Operation(summary = "Says who asks and what they may")
  Me me() {
    Account account = own.account();
    Actor actor = Actors.current();
    var roles = new TreeMap<Long, List<String>>();
    actor
        .roles()
        .forEach((organisation, held) ->
            roles.put(organisation, held.stream().sorted().map(Role::code).toList()));
    return new Me(account.id(), account.name(), account.displayName(), roles, actor.mayWrite());
  }

  @GetMapping("/keys")
  @Allow(Rule.SIGNED_IN)
  @Operation(summary = "Lists your API keys")
  List<KeyView> keys() {
    return keys.of(OwnAccount.id()).stream().map(KeyView::of).toList();
  }

  @PostMapping("/keys")
  @ResponseStatus(HttpStatus.CREATED)
  @Allow(Rule.SIGNED_IN)
  @Operation(summary = "Makes an API key, shown once; never with a key")
  Made makeKey(@RequestBody KeyInput input) {
    if (Actors.current().kind() != Actor.Kind.PERSON) {
      throw new NodeProblem(ProblemCode.NOT_ALLOWED);
    }
    var made =
        keys.make(
            OwnAccount.id(),
            input.name == null ? "" : input.name,
            OwnAccountPages.scope(input.scope == null ? "" : input.scope),
            input.days);
    return new Made(KeyView.of(made.key()), made.secret());
  }

  @DeleteMapping("/keys/{key}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Allow(Rule.SIGNED_IN)
  @Operation(summary = "Revokes an API key")
  void revokeKey(@PathVariable long key) {
    keys.revoke(OwnAccount.id(), key);
  }

  @GetMapping("/sessions")
  @Allow(Rule.SIGNED_IN)
  @Operation(summary = "Lists where you are signed in")
  List<SessionView> sessions() {
    return sessions.of(OwnAccount.id()).stream()
        .map(session ->
            new SessionView(
                session.handle(),
                session.address(),
                session.agent(),
                session.since(),
                session.lastSeen()))
        .toList();
  }

  @DeleteMapping("/sessions/{session}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Allow(Rule.SIGNED_IN)
  @Operation(summary = "Ends a session")
  void endSession(@PathVariable String session) {
    if (!sessions.end(OwnAccount.id(), session)) {
      throw new NodeProblem(ProblemCode.NOT_FOUND);
    }
  }

  @DeleteMapping("/sessions")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Allow(Rule.SIGNED_IN)
  @Operation(summary = "Ends all your sessions")
  void endSessions() {
    sessions.endAll(OwnAccount.id());
  }

  /// The language to be spoken to in.
  record LanguageInput(@Nullable String language) {}

  @PutMapping("/language")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Allow(Rule.SIGNED_IN)
  @Operation(summary = "Chooses the language you are spoken to in: en or zh")
  void speak(@RequestBody LanguageInput input) {
    own.speak(
        Language.find(input.language == null ? "" : input.language)
            .orElseThrow(() ->
                new NodeProblem(
                    ProblemCode.INPUT_INVALID, Map.of("language", "accounts.fault.language"))));
  }
}
