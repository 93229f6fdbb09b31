package org.ronghe.platform.facts.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ronghe.platform.facts.internal.FactPagesNode.number;
import static org.ronghe.platform.facts.internal.FactPagesNode.taken;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.ronghe.platform.TestBrowser;
import org.ronghe.platform.TestNode;
import org.ronghe.platform.access.Role;
import org.ronghe.platform.web.PageRules;

@TestInstance(Lifecycle.PER_CLASS)
class MergePagesTest {
  private final FactPagesNode world = new FactPagesNode();
  private final TestNode node = world.node;
  private final TestBrowser officer = world.officer;
  private final TestBrowser other = world.other;
  private final TestBrowser firm = world.firm;

  @AfterAll
  void stop() {
    world.close();
  }

  @Test
  void aMergeIsProposedDecidedBySomebodyElseAndUndone() {
    String one = world.organisation("合并甲", "Merge One");
    String two = world.organisation("合并乙", "Merge Two");
    String merge =
        taken(
            officer.post(
                "/merges/new",
                "merged",
                "合并甲",
                "survivor",
                String.valueOf(number(two)),
                "reason",
                "same people"));
    assertThat(other.get("/").body()).contains(merge);
    assertThat(officer.post(merge + "/decide", "decision", "accept", "reason", "mine").statusCode())
        .isEqualTo(409);
    PageRules.check(other.get(merge), "en");
    assertThat(firm.post(merge + "/decide", "decision", "accept", "reason", "x").statusCode())
        .isEqualTo(403);
    taken(other.post(merge + "/decide", "decision", "accept", "reason", "checked"));
    assertThat(other.get(one).body()).contains("read as part of");
    taken(other.post(merge + "/undo", "reason", "they are two"));
    assertThat(other.get(one).body()).doesNotContain("read as part of");
  }

  @Test
  void aRoleHoldsForWhatItsOrganisationWasMergedWithUntilItIsUndone() {
    String one = world.organisation("受让甲", "Role Of One");
    String two = world.organisation("受让乙", "Role Of Two");
    node.grant(node.person("keeper"), Role.ENTERPRISE, number(one));
    node.grant(node.person("broker"), Role.BROKER, number(one));
    TestBrowser keeper = node.browser().signIn("keeper");
    TestBrowser broker = node.browser().signIn("broker");
    taken(enter(officer, two, "total_assets", "777777"));
    assertThat(keeper.get(two + "/facts/enter").statusCode()).isEqualTo(403);
    assertThat(keeper.get(two).body()).doesNotContain("777,777");

    String merge =
        taken(
            officer.post(
                "/merges/new",
                "merged",
                String.valueOf(number(one)),
                "survivor",
                String.valueOf(number(two)),
                "reason",
                "one firm"));
    taken(other.post(merge + "/decide", "decision", "accept", "reason", "checked"));
    assertThat(keeper.get(two + "/facts/enter").statusCode()).isEqualTo(200);
    taken(enter(keeper, two, "sales_revenue", "888888"));
    assertThat(keeper.get(two).body()).contains("777,777").contains("888,888");
    assertThat(keeper.get("/").body()).contains("Role Of Two").doesNotContain("Role Of One");
    assertThat(broker.get(two).body()).as("reads, too").contains("777,777");
    assertThat(broker.get(two + "/facts/enter").statusCode()).isEqualTo(403);
    assertThat(firm.get(two).body()).as("another firm").doesNotContain("777,777");

    taken(other.post(merge + "/undo", "reason", "they are two"));
    assertThat(keeper.get(two + "/facts/enter").statusCode()).isEqualTo(403);
    assertThat(enter(keeper, two, "profit", "1").statusCode()).isEqualTo(403);
    assertThat(broker.get(two).body()).doesNotContain("777,777");
  }

  private static HttpResponse<String> enter(
      TestBrowser browser, String organisation, String attribute, String value) {
    return browser.post(
        organisation + "/facts/enter", "attribute", attribute, "value", value, "year", "2024");
  }
}
