package org.ronghe.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.ronghe.testkit.Project;

/// The rules of axe-core for pages that everybody can use.
final class Axe {
  private static final String SCRIPT = "atlas/src/main/web/node_modules/axe-core/axe.min.js";

  private Axe() {}

  /// Fails if the page breaks one.
  static void check(Page page, String name) {
    assertThat(violations(page)).as(name).isEmpty();
  }

  /// The rules it breaks, each with the first place.
  @SuppressWarnings("unchecked") // the script answers with a list of texts
  static List<String> violations(Page page) {
    page.evaluate(Project.read(Project.root().resolve(SCRIPT)));
    return (List<String>)
        page.evaluate("axe.run().then(r => r.violations.map(v => v.id + ': ' + v.nodes[0].html))");
  }
}
