package org.ronghe.cli;

import org.junit.jupiter.api.Test;
import org.ronghe.testkit.ArchitectureRules;

class ArchitectureTest {
  @Test
  void theCommandLineKeepsTheRulesOfShippedCode() {
    ArchitectureRules.checkEdge("org.ronghe.cli");
  }
}
