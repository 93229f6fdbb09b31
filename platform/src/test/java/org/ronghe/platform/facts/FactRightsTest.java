package org.ronghe.platform.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.ronghe.platform.facts.FactsNode.AUDITOR;
import static org.ronghe.platform.facts.FactsNode.OFFICER;
import static org.ronghe.platform.facts.FactsNode.STRANGER;
import static org.ronghe.platform.facts.FactsNode.as;
import static org.ronghe.platform.facts.FactsNode.keeper;
import static org.ronghe.platform.facts.FactsNode.runAs;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.access.Role;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What row-level security holds when every check before it is forgotten: bare SQL as the role the
/// node works as, told who is asking as every transaction is.
class FactRightsTest {
  private static final FactsNode NODE = new FactsNode();
  private static final Validity MARCH = Validity.from(LocalDate.of(2025, 3, 1));

  @AfterAll
  static void stop() {
    NODE.close();
  }

  @Test
  void internalFactsAreReadByTheOrganisationTheBureauAndAuditorsOnly() {
    long firm = NODE.organisation();
    long other = NODE.organisation();
    runAs(
        keeper(firm),
        () -> {
          NODE.facts.record(NewFact.of(firm, "sales_revenue", "100", Validity.year(2024), ""));
          NODE.facts.record(NewFact.of(firm, "title_little_giant", "XJR-1", MARCH, ""));
        });
    String all = "SELECT count(*) FROM fact WHERE subject = " + firm;
    // The name is a fact, too.
    assertThat(count(keeper(firm), all)).isEqualTo(3);
    assertThat(count(OFFICER, all)).isEqualTo(3);
    assertThat(count(AUDITOR, all)).isEqualTo(3);
    assertThat(count(STRANGER, all)).isEqualTo(2);
    assertThat(count(keeper(other), all)).isEqualTo(2);
    assertThat(count(reader(firm), all)).as("a broker of the firm reads its facts").isEqualTo(3);
    assertThat(count(Actor.nobody(""), all)).isZero();
    assertThat(count(STRANGER, all + " AND internal")).isZero();
    assertThat(count(Actor.nobody(""), "SELECT count(*) FROM organisation")).isZero();
    assertThat(count(Actor.nobody(""), "SELECT count(*) FROM identifier")).isZero();
  }

  @Test
  void onlyThoseWhoKeepAnOrganisationEnterItsFacts() {
    long firm = NODE.organisation();
    String insert =
        """
        INSERT INTO fact (subject, attribute, valid, value_amount, currency, internal)
        SELECT %d, id, '[2024-01-01,2025-01-01)', 100, 'CNY', true FROM attribute WHERE key = 'total_assets'\
        """
            .formatted(firm);
    for (Actor actor :
        List.of(STRANGER, AUDITOR, keeper(firm + 1), reader(firm), readingKey(firm))) {
      refused(actor, insert);
    }
    update(keeper(firm), insert);
    assertThat(count(OFFICER, "SELECT count(*) FROM fact WHERE internal AND subject = " + firm))
        .isEqualTo(1);
  }

  @Test
  void nobodyEntersOrEndsAFactInAnothersName() {
    long firm = NODE.organisation();
    refused(
        keeper(firm),
        """
        INSERT INTO fact (subject, attribute, valid, value_amount, currency, internal, entered_by)
        SELECT %d, id, '[2024-01-01,2025-01-01)', 100, 'CNY', true, 1 FROM attribute WHERE key = 'total_assets'\
        """
            .formatted(firm));
    Fact fact =
        as(
            keeper(firm),
            () ->
                NODE.facts.record(
                    NewFact.of(firm, "sales_revenue", "100", Validity.year(2024), "")));
    String close =
        """
        UPDATE fact SET recorded = tstzrange(lower(recorded), clock_timestamp()), superseded = id, closed_by = %s
        WHERE id = %d\
        """;
    refused(keeper(firm), close.formatted("1", fact.id()));
    assertThat(update(STRANGER, close.formatted("4", fact.id()))).isZero();
    assertThat(update(AUDITOR, close.formatted("3", fact.id()))).isZero();
    assertThat(update(keeper(firm), close.formatted(1000 + firm, fact.id()))).isEqualTo(1);
    // What is ended cannot be opened again, not by an officer either.
    assertThat(
            update(
                OFFICER,
                "UPDATE fact SET superseded = 0, recorded = tstzrange(lower(recorded), NULL) WHERE"
                    + " id = "
                    + fact.id()))
        .isZero();
  }

  @Test
  void organisationsAreMadeByTheBureauAndChangedByThoseWhoKeepThem() {
    long firm = NODE.organisation();
    String rename = "UPDATE organisation SET name_zh = '甲' WHERE id = " + firm;
    assertThat(update(STRANGER, rename)).isZero();
    assertThat(update(keeper(firm + 1), rename)).isZero();
    assertThat(update(keeper(firm), rename)).isEqualTo(1);
    refused(
        keeper(firm),
        "INSERT INTO subject (id, kind, owner) OVERRIDING SYSTEM VALUE VALUES (77777,"
            + " 'organisation', 77777)");
    refused(keeper(firm), "INSERT INTO attribute (key, type) VALUES ('mine', 'text')");
    refused(
        keeper(firm),
        "INSERT INTO merge (merged, survivor, reason, decision, decided, in_force) VALUES ("
            + firm
            + ", "
            + (firm - 1)
            + ", 'mine', 'accepted', now(), tstzrange(now(), NULL))");
  }

  @Test
  void evidenceIsReadByTheOrganisationTheBureauAndAuditorsOnly() {
    long firm = NODE.organisation();
    EvidenceFiles files = NODE.part(EvidenceFiles.class);
    Evidence evidence = as(keeper(firm), () -> files.add(firm, "../../审计报告.txt", text("audited")));
    assertThat(evidence.name()).isEqualTo("审计报告.txt");
    assertThat(evidence.mediaType()).isEqualTo("text/plain");
    assertThat(evidence.sizeBytes()).isEqualTo(7);
    assertThat(as(OFFICER, () -> files.find(evidence.id()))).isPresent();
    assertThat(as(AUDITOR, () -> files.find(evidence.id()))).isPresent();
    assertThat(as(STRANGER, () -> files.find(evidence.id()))).isEmpty();
    Evidence same = as(keeper(firm), () -> files.add(firm, "copy.txt", text("audited")));
    assertThat(same.sha256()).isEqualTo(evidence.sha256());
    expect(ProblemCode.NOT_ALLOWED, STRANGER, () -> files.add(firm, "x.txt", text("x")));
    expect(
        ProblemCode.TYPE_UNSUPPORTED,
        keeper(firm),
        () -> files.add(firm, "x.pdf", text("\u0000\u0001")));
    expect(ProblemCode.INPUT_INVALID, keeper(firm), () -> files.addLink(firm, "javascript:x"));
    assertThat(as(keeper(firm), () -> files.addLink(firm, "example.org/a")).link())
        .isEqualTo("https://example.org/a");
  }

  @Test
  void servicesSayNoBeforeTheDatabaseHasTo() {
    long firm = NODE.organisation();
    expect(
        ProblemCode.NOT_ALLOWED,
        STRANGER,
        () -> NODE.facts.record(NewFact.of(firm, "sales_revenue", "100", Validity.year(2024), "")));
    Fact name = as(OFFICER, () -> NODE.facts.known(firm, null)).getFirst();
    expect(ProblemCode.NOT_ALLOWED, STRANGER, () -> NODE.facts.retract(name.id(), "no"));
    expect(
        ProblemCode.NOT_ALLOWED,
        STRANGER,
        () -> NODE.organisations.update(firm, FactsNode.profile("x"), 1));
    expect(
        ProblemCode.NOT_ALLOWED,
        keeper(firm),
        () ->
            NODE.organisations.create(
                new NewOrganisation(FactsNode.profile("x"), List.of(), null)));
  }

  private static ByteArrayInputStream text(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Actor reader(long organisation) {
    return new Actor(
        50L, "broker", "", Map.of(organisation, Set.of(Role.BROKER)), Actor.Kind.PERSON);
  }

  private static Actor readingKey(long organisation) {
    return new Actor(
        51L, "key", "", Map.of(organisation, Set.of(Role.ENTERPRISE)), Actor.Kind.READING_KEY);
  }

  private static void expect(ProblemCode code, Actor actor, ThrowingCallable work) {
    runAs(
        actor,
        () ->
            assertThatExceptionOfType(NodeProblem.class)
                .isThrownBy(work)
                .matches(problem -> problem.code() == code, "is " + code));
  }

  private static long count(Actor actor, String sql) {
    return as(
        actor, () -> transaction().execute(status -> jdbc().sql(sql).query(Long.class).single()));
  }

  private static int update(Actor actor, String sql) {
    return as(actor, () -> transaction().execute(status -> jdbc().sql(sql).update()));
  }

  private static void refused(Actor actor, String sql) {
    assertThatExceptionOfType(DataAccessException.class)
        .as("%s: %s", actor, sql)
        .isThrownBy(() -> update(actor, sql))
        .havingRootCause()
        .withMessageContaining("row-level security");
  }

  private static JdbcClient jdbc() {
    return NODE.part(JdbcClient.class);
  }

  private static TransactionTemplate transaction() {
    return new TransactionTemplate(NODE.part(PlatformTransactionManager.class));
  }
}
