package org.ronghe.platform.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.ronghe.platform.TestBrowser;
import org.ronghe.platform.TestDatabase;
import org.ronghe.platform.TestNode;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.access.Actors;
import org.ronghe.platform.access.Role;

@TestInstance(Lifecycle.PER_CLASS)
class FactPagesTest {
  private final TestDatabase database = TestDatabase.fresh();
  private final TestNode node = TestNode.start(database);
  private TestBrowser officer = node.browser();
  private TestBrowser reader = node.browser();
  private long firm;
  private Fact revenue = fact("100");

  @BeforeAll
  void people() {
    node.grant(node.person("officer"), Role.BUREAU_OFFICER, null);
    node.grant(node.person("reader"), Role.DATA_USER, null);
    officer = node.browser().signIn("officer");
    reader = node.browser().signIn("reader");
  }

  private Fact fact(String value) {
    return Actors.getAs(
        Actor.system("test"),
        () -> {
          firm =
              node.part(Organisations.class)
                  .create(
                      new NewOrganisation(
                          FactsNode.profile("页面公司" + value),
                          List.of(),
                          LocalDate.of(2014, 1, 1)))
                  .id();
          return node.part(Facts.class)
              .record(NewFact.of(firm, "sales_revenue", value, Validity.year(2024), "report"));
        });
  }

  @AfterAll
  void stop() {
    node.close();
    database.close();
  }

  @Test
  void theListLeadsToThePageWithFactsOfTheDay() {
    assertThat(officer.get("/organisations?q=页面公司".replace("页面公司", "%E9%A1%B5%E9%9D%A2")).body())
        .contains("/organisations/" + firm);
    var page = officer.get("/organisations/" + firm);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("页面公司", "CNY ", "2024");
    assertThat(reader.get("/organisations/" + firm).body())
        .contains("页面公司")
        .doesNotContain("CNY ");
    assertThat(officer.get("/organisations/" + firm + "?day=2013-01-01").body())
        .as("before it had its name")
        .doesNotContain("since 2014-01-01");
    assertThat(officer.get("/people/" + firm).statusCode()).isEqualTo(404);
    assertThat(officer.get("/organisations/export?format=csv").body()).contains("页面公司");
    for (String path : List.of("/people", "/works", "/merges")) {
      assertThat(officer.get(path).statusCode()).as(path).isEqualTo(200);
    }
  }

  @Test
  void ofTwoWhoCorrectTheSameFactTheSecondKeepsTheirInput() {
    revenue = fact("200");
    String path = "/facts/" + revenue.id() + "/correct";
    var first =
        officer.post(path, "value", "300", "from", "2024", "source", "audit", "reason", "found more");
    assertThat(first.statusCode()).as(first.body()).isEqualTo(303);
    var second =
        officer.post(path, "value", "456", "from", "2024", "source", "mine", "reason", "my reason");
    assertThat(second.statusCode()).isEqualTo(412);
    assertThat(second.body()).contains("456", "my reason", "found more", "CNY 300");
    var wrong =
        officer.post(
            "/facts", "subject", "" + firm, "attribute", "sales_revenue", "value", "five", "from", "2023");
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body()).contains("five");
    assertThat(reader.post(path, "value", "1", "from", "2024", "reason", "x").statusCode())
        .as("what one may not read is not there")
        .isEqualTo(404);
  }
}
