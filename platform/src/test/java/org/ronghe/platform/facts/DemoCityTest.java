package org.ronghe.platform.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ronghe.platform.facts.FactsNode.OFFICER;
import static org.ronghe.platform.facts.FactsNode.as;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.ronghe.platform.facts.demo.DemoCity;
import org.ronghe.platform.facts.demo.ManyOrganisations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class DemoCityTest {
  private static final FactsNode NODE = new FactsNode();

  @AfterAll
  static void stop() {
    NODE.close();
  }

  @Test
  void theCityIsThereOnceHoweverOftenItIsLoaded() {
    DemoCity city = NODE.part(DemoCity.class);
    DemoCity.Loaded loaded = city.load();
    assertThat(city.load()).isEqualTo(loaded);
    assertThat(count("organisation")).isEqualTo(300);
    assertThat(count("person")).isEqualTo(120);
    assertThat(count("work")).isEqualTo(80);
    assertThat(count("fact")).isGreaterThan(9_000);
    assertThat(count("organisation WHERE name_zh LIKE '%（虚构）%' AND name_en LIKE '%(invented)'"))
        .isEqualTo(300);
    long firm = loaded.of(OrganisationKind.ENTERPRISE);
    assertThat(as(OFFICER, () -> NODE.facts.known(firm, null)))
        .extracting(Fact::attribute)
        .contains("registered_name", "sales_revenue", "rd_expense", "established_on");

    var steps = new AtomicInteger();
    long entered =
        NODE.part(ManyOrganisations.class).load(1_200, 20, done -> steps.incrementAndGet());
    assertThat(entered).isEqualTo(24_000);
    assertThat(steps).hasValue(2);
    assertThat(count("organisation")).isEqualTo(1_500);
  }

  private static long count(String from) {
    return as(
        OFFICER,
        () ->
            new TransactionTemplate(NODE.part(PlatformTransactionManager.class))
                .execute(status ->
                    NODE.part(JdbcClient.class)
                        .sql("SELECT count(*) FROM " + from)
                        .query(Long.class)
                        .single()));
  }
}
