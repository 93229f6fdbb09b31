package org.ronghe.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.e2e.Visits.Look;

/// Registration of achievements at the node of `./ronghe demo`, in a real browser: the form that
/// saves itself, two tabs, sending back and registering, an import that is mended and handed in,
/// evaluation, pools, the preferred plan, the directory.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegistryTest {
  private Chromium chromium;
  private RunningNode demo;
  private Visits visits;
  @TempDir Path files;

  @BeforeAll
  void startTheDemo(@TempDir Path folder) throws Exception {
    chromium = Chromium.start();
    demo = RunningNode.demo(folder);
    visits = new Visits(chromium, demo);
  }

  @AfterAll
  void stop() throws Exception {
    if (demo != null) {
      demo.close();
    }
    if (chromium != null) {
      chromium.close();
    }
  }

  @AfterEach
  void nothingFailedInTheBrowser() {
    visits.end();
  }

  private String begun(Page registrar, String title) {
    registrar.navigate(demo.url() + "/achievements/new");
    registrar.locator("main #title").fill(title);
    Visits.send(registrar);
    registrar.waitForURL("**/edit");
    return registrar.url().replace("/edit", "");
  }

  private static Locator field(Page page, String name) {
    return page.locator("[id='" + name + "']");
  }

  private static void fill(Page page) {
    Map<String, String> choices = new LinkedHashMap<>();
    choices.put("work_class", "applied");
    choices.put("secrecy", "none");
    choices.put("origin", "original");
    choices.put("embodiment", "equipment");
    choices.put("stage", "middle");
    choices.put("level", "not-evaluated");
    choices.put("trl_level", "2");
    choices.forEach((name, word) -> field(page, name).selectOption(word));
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("keywords", "光学；激光");
    texts.put("summary", "一种激光光源。");
    texts.put("start", "2022-03");
    texts.put("end", "2024-12");
    texts.put("contributor.0.name", "李华");
    texts.put("contributor.0.organisation", "江城第1大学（虚构）");
    texts.put("contributor.0.part", "总体设计");
    texts.put("trl_on", "2024-12-01");
    texts.put("trl_assessor", "评估中心");
    texts.put("trl_evidence.1", "论文");
    texts.put("trl_evidence.2", "方案");
    texts.forEach((name, text) -> field(page, name).fill(text));
  }

  @Test
  void theFormSavesItselfAndASecondTabEndsInASideBySideNotInALoss() throws Exception {
    Files.writeString(files.resolve("report.txt"), "测试报告");
    Page first = visits.of("registrar", Look.USUAL);
    String page = begun(first, "自动保存的光源");
    Page second = first.context().newPage();
    second.navigate(page + "/edit");
    field(first, "summary").fill("第一页写下的简介");
    first.locator("#saved [role=status]").waitFor();
    Axe.check(first, "the form");
    field(second, "summary").fill("第二页写下的简介");
    field(second, "keywords").fill("只有第二页改了它");
    second.locator("#saved [role=alert]").waitFor();
    field(second, "file").setInputFiles(files.resolve("report.txt"));
    second.locator("button[value=attach]").click();
    second.waitForLoadState();
    assertThat(second.locator("#merge").innerText())
        .contains("第一页写下的简介")
        .contains("第二页写下的简介")
        .contains("report.txt");
    Axe.check(second, "the merge view");
    field(second, "pick.summary.theirs").check();
    second.locator("button[value=merge]").click();
    second.waitForURL("**/edit");
    first.navigate(page);
    assertThat(first.locator("main").innerText())
        .contains("第一页写下的简介")
        .doesNotContain("第二页写下的简介")
        .contains("只有第二页改了它")
        .contains("report.txt");
    visits.forgive("412");
  }

  @Test
  void anOfficerSendsItBackFieldByFieldThenRegistersItAndTheRegistrarSeesWhy() {
    Page registrar = visits.of("registrar", Look.USUAL);
    String page = begun(registrar, "送审的光源");
    fill(registrar);
    field(registrar, "holder.0.share").fill("1/2");
    registrar.locator("button[value=submit]").first().click();
    registrar.waitForLoadState();
    assertThat(registrar.locator("[id='holder.0.share-note']").innerText()).contains("1/2");
    field(registrar, "holder.0.share").fill("100%");
    registrar.locator("button[value=submit]").first().click();
    registrar.waitForURL(page);

    Page stranger = visits.of("enterprise", Look.USUAL);
    assertThat(stranger.navigate(page).status()).isEqualTo(404);

    Page officer = visits.of("bureau-officer", Look.USUAL);
    officer.navigate(page + "/decide");
    field(officer, "reason.summary").fill("请写明功率");
    officer.locator("button[value='send-back']").click();
    officer.waitForURL(page);

    registrar.navigate(page + "/edit");
    assertThat(registrar.locator("#summary-note").innerText()).contains("请写明功率");
    field(registrar, "summary").fill("一种激光光源，功率十瓦。");
    registrar.locator("button[value=submit]").first().click();
    registrar.waitForURL(page);

    officer.navigate(page + "/decide");
    assertThat(officer.locator("form[action$='/decide'] table").first().innerText())
        .contains("功率十瓦")
        .contains("请写明功率");
    Axe.check(officer, "the decision");
    officer.locator("button[value=register]").click();
    officer.waitForURL(page);
    registrar.navigate(page);
    assertThat(registrar.locator("main").innerText()).containsPattern("000\\d{4}Y\\d{4}");
    visits.forgive("400");
    visits.forgive("404");
    visits.forgive("409"); // an autosave that came after the form was handed in
  }

  @Test
  void aStrangerSeesNothingOfADraft() {
    Page registrar = visits.of("registrar", Look.USUAL);
    String page = begun(registrar, "没有人该看到的草稿");
    Page stranger = visits.of("enterprise", Look.USUAL);
    for (String part : List.of("", "/edit", "/print")) {
      assertThat(stranger.navigate(page + part).status()).as(part).isEqualTo(404);
    }
    stranger.navigate(demo.url() + "/achievements?q=没有人该看到的草稿");
    assertThat(stranger.locator("main a[href^='/achievements/']:has-text('没有人该看到的草稿')").count())
        .isZero();
    visits.forgive("404");
  }

  /// Goes to a registered achievement that no test has touched.
  private void registered(Page officer, int place) {
    officer.navigate(demo.url() + "/achievements?state=registered&class=applied&sort=id");
    officer.locator("main table tbody th a").nth(place).click();
    officer.waitForURL("**/achievements/*");
  }

  /// Where the evaluations of somebody's list are.
  @SuppressWarnings("unchecked")
  private static List<String> evaluations(Page list) {
    return (List<String>)
        list.locator("main table tbody th a")
            .evaluateAll("links => links.map(link => link.getAttribute('href'))");
  }

  @Test
  void anEvaluatorScoresByClassAndTheOfficerReadsTheConclusion() {
    Page reviewer = visits.of("reviewer", Look.USUAL);
    reviewer.navigate(demo.url() + "/evaluations");
    List<String> before = evaluations(reviewer);
    assertThat(before).as("the demo asks for one of each class of work").hasSize(3);
    Page officer = visits.of("bureau-officer", Look.USUAL);
    registered(officer, 0);
    String page = officer.url();
    field(officer, "evaluator").fill("demo-reviewer");
    field(officer, "purpose").fill("转化前评价");
    officer.locator("form[action$='/evaluations'] button").click();
    officer.waitForLoadState();

    reviewer.navigate(demo.url() + "/evaluations");
    String asked =
        evaluations(reviewer).stream()
            .filter(one -> !before.contains(one))
            .findFirst()
            .orElseThrow();
    reviewer.navigate(demo.url() + asked);
    field(reviewer, "free").check();
    reviewer.locator("button[value=accept]").click();
    reviewer.waitForLoadState();
    reviewer.locator("button[value=finish]").click();
    reviewer.waitForLoadState();
    assertThat(reviewer.locator("[id='grade.technical-note']").count())
        .as("applied technology needs the technical dimension")
        .isEqualTo(1);
    for (String dimension : List.of("technical", "economic", "potential")) {
      field(reviewer, "grade." + dimension).selectOption("good");
      field(reviewer, "reason." + dimension).fill("有第三方检测报告。");
    }
    field(reviewer, "conclusion").fill("值得中试。");
    Axe.check(reviewer, "the evaluation");
    reviewer.locator("button[value=finish]").click();
    reviewer.waitForLoadState();
    assertThat(reviewer.locator("main table").last().innerText()).contains("值得中试。");

    officer.navigate(page);
    assertThat(officer.locator("section[aria-labelledby=evaluations]").innerText())
        .contains("值得中试。");
    visits.forgive("400");
  }

  @Test
  void anAchievementEntersAPoolWithAClockAndLeavesForAReason() {
    Page officer = visits.of("bureau-officer", Look.USUAL);
    registered(officer, 1);
    String row = "main table tbody tr:has(a[href='" + URI.create(officer.url()).getPath() + "'])";
    field(officer, "pool").selectOption("key");
    field(officer, "pool-reason").fill("重点跟踪");
    officer.locator("form[action$='/pool'] button").click();
    officer.waitForLoadState();
    officer.navigate(demo.url() + "/pools?pool=key");
    assertThat(officer.locator(row).innerText()).contains("重点跟踪").containsPattern("\\d+");
    Axe.check(officer, "the pool");
    officer.locator(row).locator("input[name=reason]").fill("已经转化");
    officer.locator(row).locator("form button").click();
    officer.waitForLoadState();
    officer.navigate(demo.url() + "/pools?pool=key&left=true");
    assertThat(officer.locator(row).innerText()).contains("已经转化");
  }

  private static Locator.FilterOptions having(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  /// Until the next page is there, which has no such thing.
  private static Locator.WaitForOptions gone() {
    return new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED);
  }

  @Test
  void thePreferredPlanIsChosenWithReasonsAndPublishedForEverybody() {
    Page officer = visits.of("bureau-officer", Look.USUAL);
    registered(officer, 2);
    String number = officer.locator("main dl code").first().innerText();
    officer.navigate(demo.url() + "/plans");
    field(officer, "year").fill("2031");
    officer.locator("form[action='/plans'] button").click();
    officer.waitForURL("**/plans/*");
    String plan = officer.url();
    field(officer, "number").fill("9992031Y9999");
    field(officer, "reason").fill("已有中试数据");
    officer.locator("form[action$='/candidates'] button").click();
    officer.locator("#number-note").waitFor();
    assertThat(officer.locator("#number-note").innerText()).contains("9992031Y9999");
    assertThat(field(officer, "number").inputValue()).isEqualTo("9992031Y9999");
    assertThat(field(officer, "reason").inputValue()).as("typed").isEqualTo("已有中试数据");
    Axe.check(officer, "a number that is none");
    officer.reload();
    assertThat(field(officer, "reason").inputValue()).as("said once").isEmpty();
    field(officer, "number").fill(number);
    field(officer, "reason").fill("已有中试数据");
    officer.locator("form[action$='/candidates'] button").click();
    officer.locator("main table tbody tr").filter(having(number)).waitFor();
    Page passer = visits.stranger(Look.USUAL);
    assertThat(passer.navigate(plan).status()).as("not yet published").isEqualTo(404);
    Locator row = officer.locator("main table tbody tr").filter(having(number));
    row.locator("input[name=reason]").fill("成熟度高，有用户");
    row.locator("button[name=chosen][value=true]").click();
    officer.waitForLoadState();
    Axe.check(officer, "the plan");
    officer.locator("form[action$='/publish'] button").click();
    officer.locator("#confirm button[value=yes]").click();
    officer.locator("form[action$='/publish']").waitFor(gone());
    assertThat(passer.navigate(plan).status()).isEqualTo(200);
    assertThat(passer.locator("main table").innerText()).contains(number).contains("成熟度高，有用户");
    visits.forgive("404");
  }

  @Test
  void aSearchOfTheDirectoryIsSavedUnderANameAndForgotten() {
    Page broker = visits.of("broker", Look.USUAL);
    broker.navigate(demo.url() + "/directory");
    assertThat(broker.locator("main").innerText()).contains("Laboratory");
    broker.locator("#facet-kind a").first().click();
    broker.waitForURL("**/directory?kind=*");
    String narrowed = broker.url();
    broker.locator("details:has(form[action='/saved-searches']) summary").click();
    field(broker, "search-name").fill("我的名录");
    broker.locator("form[action='/saved-searches'] button").click();
    broker.waitForLoadState();
    broker.navigate(demo.url() + "/directory");
    Axe.check(broker, "the directory");
    broker.locator("main a:has-text('我的名录')").click();
    broker.waitForURL(narrowed);
    broker.navigate(demo.url() + "/saved-searches");
    broker.locator("form[action$='/forget'] button").click();
    broker.waitForLoadState();
    assertThat(broker.locator("main").innerText()).doesNotContain("我的名录");
  }

  @Test
  void aRegistrarImportsATableWithErrorsMendsItAndTakesItIn() throws Exception {
    Page registrar = visits.of("registrar", Look.USUAL);
    Path table = files.resolve("achievements.csv");
    String header =
        "title_zh,work_class,keywords,summary,start,end,secrecy,embodiment,level,contributors,holders\n";
    String rest = ",数学,一项理论。,2022-03,2024-12,none,paper,not-evaluated,李华|江城第1大学（虚构）|证明,";
    Files.writeString(
        table,
        header + "导入甲,basic" + rest + "李华=1\n导入乙,炼金术" + rest + "李华=1/2\n",
        StandardCharsets.UTF_8);
    uploaded(registrar, table);
    assertThat(registrar.locator("#import").innerText()).contains("炼金术").contains("1/2");
    Axe.check(registrar, "the import");
    Files.writeString(
        table,
        header + "导入甲,basic" + rest + "李华=1\n导入乙,basic" + rest + "李华=1\n",
        StandardCharsets.UTF_8);
    uploaded(registrar, table);
    registrar.locator("form[action$='/take'] button").click();
    registrar.locator("form[action$='/undo'] button").waitFor();
    registrar.locator("form[action$='/submit'] button").click();
    registrar.waitForLoadState();
    registrar.locator("a[href*='filter=import']").click();
    registrar.waitForURL("**/achievements?**");
    assertThat(registrar.locator("main table").innerText()).contains("导入甲").contains("导入乙");
    String list = registrar.url();
    registrar.navigate(list + "&state=submitted");
    assertThat(registrar.locator("main table tbody tr").count()).as("handed in").isEqualTo(2);
  }

  private void uploaded(Page page, Path table) {
    page.navigate(demo.url() + "/imports");
    page.locator("#kind").selectOption("achievements");
    page.locator("#file").setInputFiles(table);
    page.locator("form[action='/imports'] button").click();
    page.waitForURL("**/imports/*");
    page.locator("#import form[action$='/drop']").waitFor();
  }
}
