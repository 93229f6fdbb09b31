package org.ronghe.platform.configuration;

import org.ronghe.platform.text.Language;
import org.ronghe.platform.text.Texts;

/// The reference page of all options, in one language.
final class ConfigurationPage {
  private ConfigurationPage() {}

  static String in(Language language) {
    Texts texts = Texts.in(language);
    var page = new StringBuilder("# " + texts.text("configuration.page.title") + "\n\n");
    page.append("<!-- Generated from the code; AGENTS.md says how to renew it. -->\n\n");
    page.append(texts.text("configuration.page.introduction")).append("\n\n```yaml\n");
    page.append(
        """
        port: 8080
        public-url: https://ronghe.example.org
        behind-proxy: true
        database:
          url: postgresql://db.example.org:5432/ronghe
          user: ronghe_owner
          password-file: /etc/ronghe/database.password
        """);
    page.append("```\n\n").append(texts.text("configuration.page.columns")).append('\n');
    page.append("|---|---|---|---|---|\n");
    for (Option option : Options.ALL) {
      String flag =
          option.secret() ? texts.text("configuration.page.no-flag") : "`" + option.flag() + "`";
      page.append("| `").append(option.key()).append("` | ");
      page.append(option.description(language)).append(" | ");
      page.append(option.range(language)).append(" | ");
      page.append(option.otherwise().isEmpty() ? "" : "`" + option.otherwise() + "`");
      page.append(" | ").append(flag).append(" `").append(option.variable()).append("` |\n");
    }
    return page.toString();
  }
}
