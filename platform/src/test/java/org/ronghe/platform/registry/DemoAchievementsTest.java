package org.ronghe.platform.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ronghe.platform.TestDatabase;
import org.ronghe.platform.TestNode;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.access.Actors;
import org.ronghe.platform.facts.demo.DemoCity;
import org.ronghe.platform.registry.demo.DemoAchievements;
import org.springframework.jdbc.core.simple.JdbcClient;

class DemoAchievementsTest {
  @Test
  void theCityHasThreeThousandThatSayThatTheyAreInventedAndNothingIsWrongWithAny() {
    try (TestDatabase database = TestDatabase.fresh();
        TestNode node = TestNode.start(database)) {
      node.part(DemoCity.class).load();
      node.part(DemoAchievements.class).load();
      node.part(DemoAchievements.class).load();
      JdbcClient owner = JdbcClient.create(database.owner());
      Map<String, Long> states = new HashMap<>();
      owner
          .sql("SELECT state, count(*) FROM achievement GROUP BY state")
          .query(row -> {
            states.put(row.getString(1), row.getLong(2));
          });
      assertThat(states)
          .isEqualTo(
              Map.of(
                  "registered",
                  2760L,
                  "draft",
                  150L,
                  "submitted",
                  60L,
                  "sent_back",
                  20L,
                  "refused",
                  10L));
      List<Long> ids =
          owner.sql("SELECT id FROM achievement").query((row, n) -> row.getLong(1)).list();
      Achievements achievements = node.part(Achievements.class);
      Actors.runAs(
          Actor.system("test"),
          () -> {
            for (Long id : ids.subList(0, 300)) {
              FilledForm form = achievements.find(id).orElseThrow().form();
              assertThat(achievements.check(form)).as(form.toString()).isEmpty();
              assertThat(form.value("title_zh")).contains("虚构");
            }
          });
      assertThat(owner.sql("SELECT count(*) FROM catalogue_entry").query(Long.class).single())
          .isBetween(2000L, 2400L);
      assertThat(
              owner
                  .sql("SELECT count(DISTINCT pool) FROM pool_stay WHERE left_on IS NULL")
                  .query(Long.class)
                  .single())
          .as("something is in every pool")
          .isEqualTo(3);
      assertThat(
              owner
                  .sql("SELECT count(*) FROM preferred_plan WHERE published IS NOT NULL")
                  .query(Long.class)
                  .single())
          .isEqualTo(1);
    }
  }
}
