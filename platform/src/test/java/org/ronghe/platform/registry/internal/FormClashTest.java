package org.ronghe.platform.registry.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ronghe.platform.registry.internal.FormByHand.fields;
import static org.ronghe.platform.registry.internal.FormByHand.found;
import static org.ronghe.platform.registry.internal.FormByHand.leads;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.ronghe.platform.TestBrowser;
import org.ronghe.platform.registry.FilledForm;
import org.ronghe.platform.registry.RegistryNode;
import org.ronghe.platform.registry.SampleForm;
import org.ronghe.platform.web.PageRules;

/// Two who fill in the same form at once.
@TestInstance(Lifecycle.PER_CLASS)
class FormClashTest {
  private final RegistryNode world = new RegistryNode();
  private final TestBrowser registrar = world.node.browser().signIn("registrar");
  private final FormByHand hand = new FormByHand(registrar);

  @AfterAll
  void stop() {
    world.close();
  }

  @Test
  void theFormSavesItselfAndASecondTabIsShownWhatTheFirstWrote() {
    String page = hand.begun();
    String old = hand.version(page);
    var saved =
        registrar.post(page + "/autosave", fields(SampleForm.right("甲的名称"), "version", old));
    assertThat(saved.statusCode()).isEqualTo(200);
    assertThat(saved.body()).contains("Saved").doesNotContain("<html");
    var late = registrar.post(page + "/autosave", fields(SampleForm.right("乙的名称"), "version", old));
    assertThat(late.statusCode()).isEqualTo(412);
    assertThat(late.body()).contains("not saved");
    var clash =
        registrar.post(
            page + "/edit", fields(SampleForm.right("乙的名称"), "version", old, "do", "save"));
    assertThat(clash.statusCode()).isEqualTo(412);
    assertThat(clash.body()).contains("甲的名称").contains("乙的名称").contains("pick.title_zh");
    PageRules.check(clash, "en");
    String now = found("name=\"version\" value=\"(\\d+)\"", clash.body());
    String base = "{\"title_zh\":\"新光源\"}";
    String[] sent = fields(SampleForm.right("乙的名称"), "version", now, "base", base, "do", "merge");
    var unsaid = registrar.post(page + "/edit", sent);
    assertThat(unsaid.statusCode()).isEqualTo(400);
    assertThat(unsaid.body()).contains("Choose for everything");
    var more = new ArrayList<>(List.of(sent));
    more.addAll(List.of("pick.title_zh", "theirs"));
    leads(registrar.post(page + "/edit", more.toArray(String[]::new)));
    assertThat(registrar.get(page).body()).contains("甲的名称").doesNotContain("乙的名称");
  }

  @Test
  void neitherOfTwoWhoWriteAtOnceLosesARowAFieldOrAFile() {
    String page = hand.begun();
    String old = hand.version(page);
    FilledForm base = SampleForm.right("同时");
    leads(registrar.post(page + "/edit", fields(base, "version", old, "do", "check")));
    String began = hand.version(page);
    FilledForm first =
        base.with("summary", "第一人的简介")
            .with("contributor.2.name", "王芳")
            .with("contributor.2.organisation", "东湖大学")
            .with("contributor.2.part", "试验");
    leads(registrar.post(page + "/edit", fields(first, "version", began, "do", "save")));
    FilledForm second = base.with("keywords", "测量").with("contributor.2.name", "赵强");
    String json = AchievementRows.json(base.values());
    var attached =
        registrar.attach(
            page + "/attachments",
            "附件.txt",
            "测试报告".getBytes(StandardCharsets.UTF_8),
            fields(second, "version", began, "base", json, "kind", "report"));
    assertThat(attached.statusCode()).isEqualTo(412);
    assertThat(attached.body()).contains("附件.txt").contains("王芳").contains("赵强");
    String now = found("name=\"version\" value=\"(\\d+)\"", attached.body());
    FilledForm own =
        second
            .with(
                "attachment.0.evidence",
                found("attachment.0.evidence\" value=\"(\\d+)", attached.body()))
            .with("attachment.0.name", "附件.txt")
            .with("attachment.0.kind", "report");
    leads(registrar.post(page + "/edit", fields(own, "version", now, "base", json, "do", "merge")));
    assertThat(registrar.get(page).body())
        .as("what one of them changed, and rows and files of both")
        .contains("第一人的简介")
        .contains("测量")
        .contains("王芳")
        .contains("赵强")
        .contains("附件.txt");
  }

  @Test
  void whatIsTypedWhileSomebodyElseHandsItInIsShownAndNotLost() {
    String page = hand.begun();
    String old = hand.version(page);
    FilledForm form = SampleForm.right("交上去了");
    leads(registrar.post(page + "/edit", fields(form, "version", old, "do", "submit")));
    FilledForm late = form.with("summary", "晚了一步的简介");
    assertThat(registrar.post(page + "/autosave", fields(late, "version", old)).body())
        .contains("handed this in");
    var closed = registrar.post(page + "/edit", fields(late, "version", old, "do", "save"));
    assertThat(closed.statusCode()).isEqualTo(409);
    assertThat(closed.body()).contains("晚了一步的简介").contains("Handed in");
    PageRules.check(closed, "en");
  }

  @Test
  void aFileThatWasChosenAndNotAttachedIsNotForgotten() {
    String page = hand.begun();
    String[] sent =
        fields(
            SampleForm.right("附件"),
            "version",
            hand.version(page),
            "do",
            "submit",
            "file",
            "报告.pdf");
    assertThat(leads(registrar.post(page + "/edit", sent))).contains("#attachment");
    assertThat(registrar.get(page + "/edit").body()).contains("报告.pdf");
    assertThat(registrar.get(page).body()).contains("Draft");
  }

  @Test
  void whatAPageWroteLastIsNoClashForThatPageAndIsForAnother() {
    String page = hand.begun();
    String old = hand.version(page);
    String own = "00000000-0000-4000-8000-000000000001";
    String other = "00000000-0000-4000-8000-000000000002";
    for (String title : List.of("第一次", "第二次")) {
      var saved = registrar.post(page + "/autosave", "title_zh", title, "version", old, "tab", own);
      assertThat(saved.statusCode()).as(title).isEqualTo(200);
    }
    assertThat(
            registrar
                .post(page + "/autosave", "title_zh", "别处", "version", old, "tab", other)
                .statusCode())
        .isEqualTo(412);
    assertThat(registrar.get(page).body()).contains("第二次");
  }
}
