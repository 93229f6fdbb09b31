package org.ronghe.platform;

import org.junit.jupiter.api.Test;
import org.ronghe.testkit.ArchitectureRules;
import org.springframework.modulith.core.ApplicationModules;

class ArchitectureTest {
  @Test
  void keepsTheHouseRules() {
    ArchitectureRules.checkEdge("org.ronghe.platform");
  }

  @Test
  void featuresUseEachOthersFacesAndNothingElse() {
    ApplicationModules.of(NodeApplication.class).verify();
  }
}
