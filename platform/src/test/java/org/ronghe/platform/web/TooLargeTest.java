package org.ronghe.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.ronghe.platform.TestBrowser;
import org.ronghe.platform.TestDatabase;
import org.ronghe.platform.TestNode;
import org.ronghe.platform.access.Role;
import tools.jackson.databind.json.JsonMapper;

/// A file that is larger than the node takes is refused in words, not with a broken connection.
@TestInstance(Lifecycle.PER_CLASS)
class TooLargeTest {
  private final TestDatabase database = TestDatabase.fresh();
  private final TestNode node = TestNode.startWith(database, Map.of("import.max-file", "1MB"));
  private final byte[] file = new byte[5 * 1024 * 1024];

  @AfterAll
  void stop() {
    node.close();
    database.close();
  }

  private TestBrowser officer(String name) {
    node.grant(node.person(name), Role.BUREAU_OFFICER, null);
    return node.browser().signIn(name);
  }

  @Test
  void aPersonReadsAPage() {
    TestBrowser officer = officer("reader");
    officer.get("/choose/language/en?to=/");
    HttpResponse<String> english = officer.attach("/imports?kind=x", "large.csv", file);
    assertThat(english.statusCode()).as(english.body()).isEqualTo(413);
    assertThat(english.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
    assertThat(english.headers().firstValue("Content-Security-Policy")).isPresent();
    assertThat(english.body()).contains("This is too large").contains("At most 1 MB");
    officer.get("/choose/language/zh?to=/");
    assertThat(officer.attach("/imports", "large.csv", file).body())
        .contains("1 MB")
        .contains("内容过大");
  }

  @Test
  void aProgramReadsAProblem() {
    TestBrowser officer = officer("program");
    HttpResponse<String> answer =
        officer.send(
            HttpRequest.newBuilder(node.at("/api/v1/imports"))
                .header("Content-Type", "multipart/form-data; boundary=x")
                .header("X-XSRF-TOKEN", officer.token())
                .POST(
                    BodyPublishers.concat(
                        BodyPublishers.ofString(
                            "--x\r\n"
                                + "Content-Disposition: form-data; name=\"file\";"
                                + " filename=\"f\"\r\n\r\n"),
                        BodyPublishers.ofByteArray(file),
                        BodyPublishers.ofString("\r\n--x--\r\n"))));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(413);
    assertThat(JsonMapper.shared().readTree(answer.body()).get("code").asString())
        .isEqualTo("too-large");
  }

  @Test
  void whatIsNotUtf8IsSaidOnAPage() {
    TestBrowser officer = officer("other");
    HttpResponse<String> answer =
        officer.send(
            HttpRequest.newBuilder(node.at("/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("name=%FF&password=%zz")));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
  }
}
