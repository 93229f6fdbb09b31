package org.ronghe.platform.accounts.internal;

import java.util.List;
import java.util.Optional;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.text.Texts;
import org.ronghe.platform.web.HomeCard;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// On the home page of somebody without a role: why it is empty; on an administrator's: who waits.
@Component
class PeopleWithoutRole implements HomeCard {
  private static final int ORDER = 50;
  private static final int MOST = 10;

  private final JdbcClient jdbc;

  PeopleWithoutRole(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public int order() {
    return ORDER;
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Card> findFor(Actor actor, Texts texts) {
    if (actor.roles().isEmpty()) {
      var line = new Line(texts.text("accounts.own.waiting"), "/account", "");
      return Optional.of(
          new Card(Kind.STANDING, texts.text("accounts.home.waiting"), List.of(line), null));
    }
    if (!actor.administers()) {
      return Optional.empty();
    }
    List<Line> waiting =
        jdbc.sql(
                "SELECT a.id, a.display_name, a.name FROM account a WHERE a.state = 'active' AND"
                    + " NOT EXISTS (SELECT FROM role_grant WHERE account = a.id AND revoked_at IS"
                    + " NULL) ORDER BY a.id DESC LIMIT "
                    + MOST)
            .query((row, number) ->
                new Line(
                    row.getString("display_name"),
                    "/accounts/" + row.getLong("id"),
                    row.getString("name")))
            .list();
    return waiting.isEmpty()
        ? Optional.empty()
        : Optional.of(new Card(Kind.WAITING, texts.text("accounts.home.people"), waiting, null));
  }
}
