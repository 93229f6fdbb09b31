package org.ronghe.platform.audit.internal;

import java.util.List;
import java.util.Optional;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.access.Role;
import org.ronghe.platform.audit.AuditLog;
import org.ronghe.platform.text.Texts;
import org.ronghe.platform.web.Crumb;
import org.ronghe.platform.web.HomeCard;
import org.springframework.stereotype.Component;

/// On an auditor's home page: the newest entries of the log.
@Component
class AuditCard implements HomeCard {
  private static final int ORDER = 60;
  private static final int MOST = 8;

  private final AuditLog log;

  AuditCard(AuditLog log) {
    this.log = log;
  }

  @Override
  public int order() {
    return ORDER;
  }

  @Override
  public Optional<Card> findFor(Actor actor, Texts texts) {
    if (!actor.has(Role.AUDITOR)) {
      return Optional.empty();
    }
    List<Line> lines =
        log.newest(AuditLog.Query.ALL, Long.MAX_VALUE, MOST).stream()
            .map(entry ->
                new Line(
                    AuditWords.subject(texts, entry.subject())
                        + " "
                        + entry.subjectKey()
                        + ": "
                        + AuditWords.action(texts, entry.action()),
                    "/audit/" + entry.number(),
                    entry.by().name()))
            .toList();
    return Optional.of(
        new Card(
            Kind.CHANGED,
            texts.text("audit.card", log.length()),
            lines,
            new Crumb(texts.text("audit.card.all"), "/audit")));
  }
}
