package org.ronghe.platform;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;

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
    // Templates are compiled into a package of their own; each belongs to the feature it shows.
    ApplicationModules.of(NodeApplication.class, resideInAPackage("..platform.templates.."))
        .verify();
  }
}
