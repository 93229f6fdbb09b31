package org.ronghe.platform.exchange.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ronghe.platform.registry.RegistryNode.as;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.ronghe.platform.exchange.ImportFault;
import org.ronghe.platform.exchange.ImportRun;
import org.ronghe.platform.exchange.Imports;
import org.ronghe.platform.registry.RegistryNode;
import org.springframework.jdbc.core.simple.JdbcClient;

@TestInstance(Lifecycle.PER_CLASS)
class ImportedSubjectsTest {
  private static final String ORCID = "0000-0002-1694-233X";

  private final ImportNode node = new ImportNode();
  private final RegistryNode world = node.world;
  private final Imports imports = node.imports;
  private final JdbcClient owner = node.owner;

  @AfterAll
  void stop() {
    node.close();
  }

  @Test
  void whatARowOfAnEarlierBatchSaidIsNotSaidAgain() {
    var table = new StringBuilder("name_zh,kind\n");
    for (int i = 0; i < 1500; i++) {
      table.append("批次企业").append(i).append(",enterprise\n");
    }
    table.append("批次企业7,enterprise\n");
    ImportRun run =
        node.upload(
            world.officer,
            "organisations",
            null,
            table.toString().getBytes(StandardCharsets.UTF_8));
    assertThat(run.counts()).isEqualTo(new ImportRun.Counts(1501, 1, 0));
  }

  @Test
  void whatWasRightWhenCheckedAndIsNoLongerIsTold() {
    byte[] table =
        "name_zh,kind\n迟到企业,enterprise\n准时企业,enterprise\n".getBytes(StandardCharsets.UTF_8);
    ImportRun run = node.upload(world.officer, "organisations", null, table);
    assertThat(run.counts().right()).isEqualTo(2);
    world.organisation("迟到企业");
    as(world.officer, () -> imports.take(run.id()));
    ImportRun taken = node.settled(world.officer, run.id());
    assertThat(taken.counts()).isEqualTo(new ImportRun.Counts(2, 1, 1));
    assertThat(as(world.officer, () -> imports.faults(run.id(), 10)))
        .extracting(ImportFault::line)
        .containsExactly(2L);
  }

  @Test
  void organisationsPeopleFactsAndWorksComeInAndGoOut() {
    ImportRun firms =
        node.taken(
            "organisations",
            "Chinese name,Kind,District\n新光有限公司,enterprise,洪山区\n新光有限公司,企业,x\n东湖大学,大学,x\n");
    assertThat(firms.counts()).isEqualTo(new ImportRun.Counts(3, 2, 1));
    ImportRun people =
        node.taken(
            "people",
            "name_zh,kind,organisation,orcid\n"
                + "李华,科研人员,新光有限公司,0000-0002-1825-0097\n"
                + "王敏,researcher,无此单位,\n");
    assertThat(people.counts().taken()).isEqualTo(1);
    ImportRun facts =
        node.taken(
            "facts",
            "organisation,attribute,value,year\n"
                + "新光有限公司,employees_total,120,2024\n"
                + "新光有限公司,employees_total,many,2023\n"
                + "新光有限公司,employees_total,130,2024\n");
    assertThat(facts.counts()).isEqualTo(new ImportRun.Counts(3, 2, 1));
    ImportRun works =
        node.taken("works", "TY  - JOUR\nTI  - A beam\nPY  - 2023\nDO  - 10.1000/beam\nER  - \n");
    assertThat(works.counts().taken()).isEqualTo(1);
    assertThat(node.undone(works)).isEqualTo(1);
    assertThat(node.undone(firms)).as("somebody works there").isZero();
    assertThat(node.undone(facts)).isEqualTo(1);
    assertThat(node.undone(people)).isEqualTo(1);
    assertThat(
            owner
                .sql("SELECT count(*) FROM identifier WHERE scheme IN ('doi', 'orcid')")
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void peopleAndWorksOfManyRowsComeInWithTheirIdentifiersAndGoOutAgain() {
    var people = new StringBuilder("name_zh,kind,organisation,orcid\n");
    var works = new StringBuilder("kind,title_zh,doi,patent_number\n");
    for (int i = 0; i < 2500; i++) {
      people.append("学者").append(i).append(",researcher,东湖大学,").append(i == 0 ? ORCID : "");
      people.append('\n');
      works.append("publication,论文").append(i).append(",10.5555/many.").append(i).append(",\n");
    }
    people.append("另一个学者,researcher,东湖大学,").append(ORCID).append('\n');
    people.append(",researcher,东湖大学,\n").append("长".repeat(501)).append(",researcher,东湖大学,\n");
    works.append("publication,同一篇,https://doi.org/10.5555/MANY.7,\n");
    works.append("patent,专利甲,,CN201910000001.9\n").append("patent,专利乙,,201910000001.9\n");
    works.append("patent,专利丙,,CN201910000001.0\n");
    ImportRun scholars = node.taken("people", people.toString());
    assertThat(scholars.counts()).isEqualTo(new ImportRun.Counts(2503, 3, 2500));
    ImportRun papers = node.taken("works", works.toString());
    assertThat(as(world.officer, () -> imports.faults(papers.id(), 10)))
        .extracting(fault -> fault.line() + " " + fault.column())
        .contains("2502 doi", "2504 patent_number");
    assertThat(as(world.officer, () -> imports.faults(papers.id(), 10)).getLast().words())
        .as("its check digit is wrong, not its form")
        .startsWith("facts.identifier.fault.check");
    assertThat(papers.counts()).isEqualTo(new ImportRun.Counts(2504, 3, 2501));
    assertThat(
            owner
                .sql(
                    """
                    SELECT w.name_zh FROM identifier i JOIN work w ON w.id = i.subject
                    WHERE i.scheme = 'doi' AND i.value = '10.5555/many.1234'\
                    """)
                .query(String.class)
                .single())
        .isEqualTo("论文1234");
    assertThat(node.undone(scholars)).isEqualTo(2500);
    assertThat(node.undone(papers)).isEqualTo(2501);
  }

  @Test
  void whatTheNodeWorkedOutOfAFirmGoesWithItWhenItIsTakenBack() {
    ImportRun firms = node.taken("organisations", "name_zh,kind\n被评判的企业,enterprise\n");
    long firm =
        owner
            .sql("SELECT id FROM organisation WHERE name_zh = '被评判的企业'")
            .query(Long.class)
            .single();
    owner
        .sql(
            """
            INSERT INTO judged_firm (organisation, basis, as_of, recorded)
            VALUES (:firm, '', current_date, now()) ON CONFLICT DO NOTHING\
            """)
        .param("firm", firm)
        .update();
    owner
        .sql("INSERT INTO held_title (organisation, attribute, number) VALUES (:firm, 'a', '1')")
        .param("firm", firm)
        .update();
    assertThat(node.undone(firms)).isEqualTo(1);
  }

  @Test
  void aPlaceThatIsTooLongIsAFaultOfItsCell() {
    ImportRun run =
        node.upload(
            world.officer,
            "organisations",
            null,
            ("name_zh,kind,district\n远方企业,enterprise," + "远".repeat(101) + "\n")
                .getBytes(StandardCharsets.UTF_8));
    assertThat(run.counts()).isEqualTo(new ImportRun.Counts(1, 1, 0));
  }
}
