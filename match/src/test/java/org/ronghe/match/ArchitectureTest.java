package org.ronghe.match;

import org.junit.jupiter.api.Test;
import org.ronghe.testkit.ArchitectureRules;

class ArchitectureTest {
  @Test
  void matchIsAnEngine() {
    ArchitectureRules.checkEngine("org.ronghe.match");
  }
}
