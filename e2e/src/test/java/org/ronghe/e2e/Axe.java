package org.ronghe.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import com.microsoft.playwright.Page;
import org.ronghe.testkit.Project;

/// The rules of axe-core for pages that everybody can use.
final class Axe {
  private static final String SCRIPT = "atlas/src/main/web/node_modules/axe-core/axe.min.js";

  private Axe() {}

  /// Fails if the page breaks one.
  static void check(Page page, String name) {
    page.evaluate(Project.read(Project.root().resolve(SCRIPT)));
    assertThat(
            page.evaluate(
                "axe.run().then(r => r.violations.map(v => v.id + ': ' + v.nodes[0].html))"))
        .as(name)
        .asInstanceOf(LIST)
        .isEmpty();
  }
}
