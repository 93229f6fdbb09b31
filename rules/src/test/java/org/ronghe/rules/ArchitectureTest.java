package org.ronghe.rules;

import org.junit.jupiter.api.Test;
import org.ronghe.testkit.ArchitectureRules;

class ArchitectureTest {
  @Test
  void rulesKeepTheRulesOfAnEngine() {
    ArchitectureRules.checkEngine("org.ronghe.rules");
  }
}
