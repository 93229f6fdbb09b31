package org.ronghe.platform.accounts.internal;

import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/// The sessions somebody is signed in with, to look at and to end. What is ended here is over with
/// the next request, wherever it comes from.
@Component
class SessionList {
  /// A session as its owner sees it.
  ///
  /// @param handle names it without giving it away
  /// @param address it was begun from
  /// @param agent the browser, as it calls itself
  record OwnSession(String handle, String address, String agent, Instant since, Instant lastSeen) {}

  private final FindByIndexNameSessionRepository<? extends Session> repository;

  SessionList(FindByIndexNameSessionRepository<? extends Session> repository) {
    this.repository = repository;
  }

  /// All of an account, the latest used first.
  List<OwnSession> of(long account) {
    return repository.findByPrincipalName(Long.toString(account)).values().stream()
        .map(SessionList::own)
        .sorted(Comparator.comparing(OwnSession::lastSeen).reversed())
        .toList();
  }

  /// Ends one; whether there was one.
  boolean end(long account, String handle) {
    return repository.findByPrincipalName(Long.toString(account)).keySet().stream()
            .filter(id -> handle(id).equals(handle))
            .peek(repository::deleteById)
            .count()
        > 0;
  }

  /// Ends all.
  int endAll(long account) {
    return endAllBut(account, "");
  }

  /// Ends all but one.
  int endAllBut(long account, String sessionId) {
    List<String> ids =
        repository.findByPrincipalName(Long.toString(account)).keySet().stream()
            .filter(id -> !id.equals(sessionId))
            .toList();
    ids.forEach(repository::deleteById);
    return ids.size();
  }

  /// What a session is called where its id must not be told.
  static String handle(String sessionId) {
    return HexFormat.of().formatHex(Secrets.digest(sessionId), 0, 8);
  }

  private static OwnSession own(Session session) {
    return new OwnSession(
        handle(session.getId()),
        session.getAttributeOrDefault(SignedInSession.ADDRESS, ""),
        session.getAttributeOrDefault(SignedInSession.AGENT, ""),
        Instant.ofEpochMilli(session.getAttributeOrDefault(SignedInSession.SINCE, 0L)),
        session.getLastAccessedTime());
  }
}
