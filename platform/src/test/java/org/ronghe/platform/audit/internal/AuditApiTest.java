package org.ronghe.platform.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.ronghe.platform.TestBrowser;
import org.ronghe.platform.TestDatabase;
import org.ronghe.platform.TestNode;
import org.ronghe.platform.access.Role;
import org.ronghe.platform.text.Language;
import org.ronghe.platform.text.Texts;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@TestInstance(Lifecycle.PER_CLASS)
class AuditApiTest {
  private final TestDatabase database = TestDatabase.fresh();
  private final TestNode node = TestNode.start(database);
  private TestBrowser auditor = node.browser();

  @BeforeAll
  void people() {
    node.grant(node.person("auditor"), Role.AUDITOR, null);
    auditor = node.browser().signIn("auditor");
  }

  @AfterAll
  void stop() {
    node.close();
    database.close();
  }

  @Test
  void theLogIsFilteredAndPagedWithoutGaps() {
    var seen = new HashSet<Long>();
    String cursor = "";
    do {
      JsonNode part = json("/api/v1/audit?filter=action:insert&per_page=2" + cursor);
      for (JsonNode entry : part.get("results")) {
        assertThat(entry.get("action").asString()).isEqualTo("insert");
        assertThat(seen.add(entry.get("number").asLong())).isTrue();
      }
      JsonNode next = part.at("/meta/nextCursor");
      cursor = next.isMissingNode() || next.isNull() ? "" : "&cursor=" + next.asString();
    } while (!cursor.isEmpty());
    assertThat(seen).hasSizeGreaterThan(2);
    long one = seen.iterator().next();
    assertThat(json("/api/v1/audit/" + one).get("number").asLong()).isEqualTo(one);
    assertThat(auditor.get("/api/v1/audit/999999999").statusCode()).isEqualTo(404);

    LocalDate tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1);
    assertThat(json("/api/v1/audit?filter=at:>" + tomorrow).get("results")).isEmpty();
    assertThat(json("/api/v1/audit?filter=subject:role_grant,action:insert").get("results"))
        .hasSize(1);
    assertThat(auditor.get("/api/v1/audit?filter=nothing:1").statusCode()).isEqualTo(400);
    assertThat(auditor.get("/api/v1/audit?filter=key:x'%20OR%20'1'='1").body())
        .contains("\"results\":[]");
  }

  @Test
  void theChainIsCheckedByAJob() throws InterruptedException {
    HttpResponse<String> started =
        auditor.send(
            HttpRequest.newBuilder(node.at("/api/v1/audit/verification"))
                .header("X-XSRF-TOKEN", auditor.token())
                .POST(BodyPublishers.noBody()));
    assertThat(started.statusCode()).as(started.body()).isEqualTo(202);
    String job = started.headers().firstValue("Location").orElseThrow();
    String state = "";
    for (int i = 0; i < 300 && !state.equals("DONE"); i++) {
      Thread.sleep(100);
      state = json(job).at("/progress/state").asString();
    }
    assertThat(state).isEqualTo("DONE");
    assertThat(auditor.get(job + "/lines").body()).contains("whole");
  }

  @Test
  void whatTheLogCanHoldHasANameInBothLanguages() {
    var owner = JdbcClient.create(database.owner());
    var nameless = new TreeSet<String>();
    owner
        .sql(
            """
            SELECT c.relname, a.attname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
            JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
            WHERE t.tgname = 'audit_insert'
            """)
        .query(row -> {
          for (Language language : Language.values()) {
            Texts texts = Texts.in(language);
            String table = row.getString(1);
            String column = row.getString(2);
            if (!texts.has("audit.subject." + table.replace('_', '-'))) {
              nameless.add("audit.subject." + table.replace('_', '-'));
            }
            if (!texts.has("audit.value." + column.replace('_', '-'))) {
              nameless.add("audit.value." + column.replace('_', '-') + " of " + table);
            }
          }
        });
    assertThat(nameless).as("say what they are called in audit/texts_*.properties").isEmpty();
    for (String action : AuditWords.ACTIONS) {
      assertThat(AuditWords.action(Texts.in(Language.CHINESE), action)).isNotEqualTo(action);
    }
    assertThat(auditor.get("/audit").body()).contains("Role given").contains("entered");
  }

  private JsonNode json(String path) {
    HttpResponse<String> answer = auditor.get(path.replace(">", "%3E"));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JsonMapper.shared().readTree(answer.body());
  }
}
