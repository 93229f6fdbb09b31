package org.ronghe.platform.registry.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ronghe.platform.registry.RegistryNode.as;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.registry.Duplicates;
import org.ronghe.platform.registry.FilledForm;
import org.ronghe.platform.registry.Likeness;
import org.ronghe.platform.registry.RegistryNode;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Achievements from before keys were made of summaries are found by their summary, too.
class OldLikenessKeysTest {
  private static final String SUMMARY =
      "本项工作针对强腐蚀海水环境中桥梁拉索的早期断丝，提出以光纤声发射阵列连续听测的办法，给出断丝位置、时刻与能量三项数值，"
          + "并以三座跨江大桥两年的记录检验：漏报千分之二，误报每年不足一次，定位误差在四十厘米以内，费用为人工巡检的五分之一。";

  private final RegistryNode world = new RegistryNode();
  private final JdbcClient owner = JdbcClient.create(world.database.owner());

  @AfterEach
  void stop() {
    world.close();
  }

  private long entered(String title) {
    return as(world.officer, () -> world.achievements.create(world.university, form(title)).id());
  }

  private static FilledForm form(String title) {
    return new FilledForm(Map.of("title_zh", title, "summary", SUMMARY));
  }

  private List<Long> like(String title) {
    return as(world.officer, () -> world.node.part(Duplicates.class).of(List.of(form(title))))
        .getFirst()
        .stream()
        .map(Likeness::achievement)
        .toList();
  }

  @Test
  void theirKeysAreMadeAnewUpToThoseThatHaveThem() {
    long first = entered("大桥拉索");
    long second = entered("缆索听测");
    long young = entered("断丝定位");
    // As before: no keys of summaries; the migration notes which achievements there were.
    owner.sql("DELETE FROM achievement_key").update();
    owner.sql("UPDATE likeness_feed SET done = 0, last = :last").param("last", second).update();
    assertThat(like("别的题目")).isEmpty();
    var keys = world.node.part(OldLikenessKeys.class);
    Actor system = Actor.system("test");
    assertThat(as(system, () -> keys.renewSome(1))).isTrue();
    assertThat(like("别的题目")).containsExactly(first);
    assertThat(as(system, () -> keys.renewSome(1))).isTrue();
    assertThat(as(system, () -> keys.renewSome(1))).isFalse();
    assertThat(like("别的题目")).containsExactly(first, second).doesNotContain(young);
  }
}
