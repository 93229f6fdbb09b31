package org.ronghe.atlas;

import org.junit.jupiter.api.Test;
import org.ronghe.testkit.ArchitectureRules;

class ArchitectureTest {
  @Test
  void atlasIsAnEngine() {
    ArchitectureRules.checkEngine("org.ronghe.atlas");
  }
}
