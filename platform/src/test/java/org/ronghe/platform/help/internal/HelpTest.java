package org.ronghe.platform.help.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ronghe.platform.TestBrowser;
import org.ronghe.platform.TestDatabase;
import org.ronghe.platform.TestNode;
import org.ronghe.platform.access.Role;
import org.ronghe.platform.text.Language;
import org.ronghe.platform.text.Texts;
import org.ronghe.platform.web.PageRules;
import org.ronghe.testkit.Project;

/// The help on pages, and the same in `docs/roles`, which `-Dronghe.renew=true` writes.
class HelpTest {
  @Test
  void theDocumentsSayWhatThePagesSay() throws IOException {
    for (Role role : Role.values()) {
      for (Language language : Language.values()) {
        Path file =
            Project.root()
                .resolve("docs/roles")
                .resolve(role.code() + (language == Language.ENGLISH ? ".md" : ".zh.md"));
        String now = document(role, Texts.in(language));
        if (Boolean.getBoolean("ronghe.renew")) {
          Files.createDirectories(file.resolveSibling("."));
          Files.writeString(file, now);
        }
        assertThat(file).as("AGENTS.md says how to renew it").exists();
        assertThat(Project.read(file)).isEqualTo(now);
      }
    }
  }

  private static String document(Role role, Texts texts) {
    FirstSteps steps = FirstSteps.of(role, texts);
    boolean english = texts.language() == Language.ENGLISH;
    String name = texts.text("web.role." + role.code());
    var lines = new ArrayList<String>();
    lines.add("# " + texts.text("help.first", name));
    lines.add("");
    lines.add("<!-- Generated from the code; AGENTS.md says how to renew it. -->");
    lines.add("");
    String other = role.code() + (english ? ".zh.md" : ".md");
    lines.add("[" + (english ? "中文" : "English") + "](" + other + ")");
    lines.add("");
    lines.add(steps.lead());
    lines.add("");
    int number = 1;
    for (FirstSteps.Step step : steps.steps()) {
      lines.add("%d. %s `%s`".formatted(number++, step.text(), step.href()));
    }
    lines.add("");
    lines.add("**" + texts.text("help.know") + (english ? ".** " : "。** ") + steps.know());
    return String.join("\n", lines) + "\n";
  }

  /// A step that leads where its role may not go helps nobody.
  @Test
  void everyRoleMayGoWhereItsFirstStepsLead() {
    try (var database = TestDatabase.fresh();
        var node = TestNode.start(database)) {
      for (Role role :
          List.of(Role.ADMINISTRATOR, Role.BUREAU_OFFICER, Role.AUDITOR, Role.DATA_USER)) {
        node.grant(node.person(role.code()), role, null);
        TestBrowser browser = node.browser().signIn(role.code());
        assertThat(browser.get("/").body()).contains("/help/" + role.code());
        for (String language : List.of("en", "zh")) {
          browser.get("/choose/language/" + language);
          PageRules.check(
              browser.get("/help/" + role.code()), language.equals("zh") ? "zh-CN" : "en");
        }
        for (FirstSteps.Step step : FirstSteps.of(role, Texts.in(Language.ENGLISH)).steps()) {
          assertThat(browser.get(step.href()).statusCode())
              .as(role + " " + step.href())
              .isEqualTo(200);
        }
      }
      assertThat(node.browser().get("/help").statusCode()).isEqualTo(200);
      assertThat(node.browser().get("/help/emperor").statusCode()).isEqualTo(404);
    }
  }
}
