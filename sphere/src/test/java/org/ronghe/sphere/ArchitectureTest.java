package org.ronghe.sphere;

import org.junit.jupiter.api.Test;
import org.ronghe.testkit.ArchitectureRules;

class ArchitectureTest {
  @Test
  void sphereStandsOnTheJdkAlone() {
    ArchitectureRules.checkSphere();
  }
}
