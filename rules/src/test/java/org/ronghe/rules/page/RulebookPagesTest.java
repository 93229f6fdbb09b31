package org.ronghe.rules.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ronghe.rules.Samples;
import org.ronghe.rules.link.Library;
import org.ronghe.rules.source.Language;
import org.ronghe.testkit.Project;

/// The pages of `docs/reference/rulebooks` say what the rulebooks say; AGENTS.md tells how to renew
/// them.
class RulebookPagesTest {
  private static final String GENERATED =
      "<!-- Generated from the rulebooks; AGENTS.md says how to renew it. -->\n\n";

  private final Library library = Samples.library();

  private Map<String, String> pages() {
    var pages = new LinkedHashMap<String, String>();
    var index =
        new StringBuilder(GENERATED + "# Rulebooks · 规则书\n\n| | 中文 | English |\n|---|---|---|\n");
    for (var program : library.programs()) {
      var rulebook = program.rulebook();
      var title = rulebook.heading().title();
      index
          .append("| `")
          .append(program.id())
          .append("` | [")
          .append(title.zh())
          .append("](")
          .append(program.id())
          .append(".zh.md) | [")
          .append(title.en())
          .append("](")
          .append(program.id())
          .append(".md) |\n");
      pages.put(program.id() + ".zh.md", page(program.id(), Language.CHINESE));
      pages.put(program.id() + ".md", page(program.id(), Language.ENGLISH));
    }
    pages.put("README.md", index.toString());
    return pages;
  }

  private String page(String id, Language language) {
    var rulebook = Samples.program(library, id).rulebook();
    return GENERATED
        + new RulebookPage(rulebook, new Wording(rulebook, Samples.TYPES, language)).text();
  }

  @Test
  void thePagesSayWhatTheRulebooksSay() throws IOException {
    Path folder = Project.root().resolve("docs/reference/rulebooks");
    for (var page : pages().entrySet()) {
      Path file = folder.resolve(page.getKey());
      if (Boolean.getBoolean("ronghe.renew")) {
        Files.createDirectories(folder);
        Files.writeString(file, page.getValue());
      }
      assertThat(file).exists();
      assertThat(Project.read(file)).as(page.getKey()).isEqualTo(page.getValue());
    }
  }
}
