package org.ronghe.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownLinksTest {
  @Test
  void everyLinkBetweenDocumentsLeadsSomewhere() {
    assertThat(MarkdownLinks.broken()).isEmpty();
  }

  @Test
  void linksInCodeAreNoLinks() {
    String text = "see [a](b.md) and `[c](d.md)`\n```\n[e](f.md)\n```\n![g](h.png \"title\")\n";
    assertThat(MarkdownLinks.targets(text)).containsExactly("b.md", "h.png");
  }

  @Test
  void anchorsAreNamedAsGitHubNamesThem() {
    assertThat(MarkdownLinks.anchors("# Exit codes: 0–3\n## 退出码\n## 退出码\n```\n# no\n```\n"))
        .containsExactlyInAnyOrder("exit-codes-03", "退出码", "退出码-1");
  }
}
