package org.ronghe.platform.accounts.internal;

import java.util.List;
import java.util.Optional;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.access.Role;
import org.ronghe.platform.text.Texts;
import org.ronghe.platform.web.HomeCard;
import org.springframework.stereotype.Component;

/// On a data user's home page: the ways to the data.
@Component
class DataUserCard implements HomeCard {
  private static final int ORDER = 70;

  private final ApiKeys keys;

  DataUserCard(ApiKeys keys) {
    this.keys = keys;
  }

  @Override
  public int order() {
    return ORDER;
  }

  @Override
  public Optional<Card> findFor(Actor actor, Texts texts) {
    Long account = actor.account();
    if (!actor.has(Role.DATA_USER) || account == null) {
      return Optional.empty();
    }
    int own = keys.of(account).size();
    var lines =
        List.of(
            new Line(texts.text("accounts.home.api"), "/api", ""),
            new Line(texts.text("accounts.home.keys", own), "/account", ""));
    return Optional.of(new Card(Kind.STANDING, texts.text("accounts.home.data"), lines, null));
  }
}
