package org.ronghe.platform.facts.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ronghe.platform.facts.internal.FactPagesNode.found;
import static org.ronghe.platform.facts.internal.FactPagesNode.number;
import static org.ronghe.platform.facts.internal.FactPagesNode.taken;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.ronghe.platform.TestBrowser;
import org.ronghe.platform.TestNode;
import org.ronghe.platform.access.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@TestInstance(Lifecycle.PER_CLASS)
class EvidencePagesTest {
  private final FactPagesNode world = new FactPagesNode();
  private final TestNode node = world.node;
  private final TestBrowser officer = world.officer;
  private final TestBrowser firm = world.firm;
  private final String ours = world.ours;
  private final String theirs = world.theirs;

  @AfterAll
  void stop() {
    world.close();
  }

  @Test
  void evidenceIsUploadedOnceAndSavedByThoseWhoMay() {
    HttpResponse<String> wrong = upload(firm, ours, "2020-13-01");
    assertThat(wrong.statusCode()).as(wrong.body()).isEqualTo(400);
    String evidence = found("name=\"evidence\" value=\"(\\d+)\"", wrong.body());
    taken(
        firm.post(
            ours + "/facts/enter",
            "attribute",
            "established_on",
            "value",
            "2019-05-06",
            "from",
            "2019-05-06",
            "evidence",
            evidence));
    assertThat(firm.get(ours + "/history/established_on").body())
        .contains("/evidence/" + evidence)
        .contains("note.txt");
    HttpResponse<String> file = firm.get("/evidence/" + evidence);
    assertThat(file.body()).isEqualTo("as registered");
    assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
        .startsWith("attachment");
    node.grant(node.person("stranger"), Role.ENTERPRISE, number(theirs));
    assertThat(node.browser().signIn("stranger").get("/evidence/" + evidence).statusCode())
        .isEqualTo(404);
  }

  private HttpResponse<String> upload(TestBrowser browser, String organisation, String from) {
    String line = "--x\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n";
    String body =
        line.formatted("_csrf", browser.token())
            + line.formatted("attribute", "established_on")
            + line.formatted("value", "2019-05-06")
            + line.formatted("from", from)
            + "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"note.txt\"\r\n"
            + "Content-Type: text/plain\r\n\r\nas registered\r\n--x--\r\n";
    return browser.send(
        HttpRequest.newBuilder(node.at(organisation + "/facts/enter"))
            .header("Content-Type", "multipart/form-data; boundary=x")
            .header("Accept", "text/html")
            .POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8)));
  }

  @Test
  void evidenceGoesInAndOutByApi() throws Exception {
    long own = number(ours);
    String name = "审计 report.pdf";
    byte[] pdf = "%PDF-1.7 made up".getBytes(StandardCharsets.UTF_8);
    String sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(pdf));
    HttpResponse<String> made = send(firm, name, "%PDF-1.7 made up", own, sha256);
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    String place = made.headers().firstValue("Location").orElseThrow();
    JsonNode read = JsonMapper.shared().readTree(firm.get(place).body());
    assertThat(read.get("sha256").asString()).isEqualTo(sha256);
    assertThat(read.get("mediaType").asString()).isEqualTo("application/pdf");
    assertThat(read.get("sizeBytes").asLong()).isEqualTo(pdf.length);
    HttpResponse<String> file = officer.get(place + "/file");
    assertThat(file.body()).isEqualTo("%PDF-1.7 made up");
    assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
        .startsWith("attachment");
    assertThat(file.headers().firstValue("Repr-Digest").orElse(""))
        .isEqualTo(
            "sha-256=:"
                + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256))
                + ":");

    assertThat(send(firm, name, "%PDF-1.7 made up", own, "00").statusCode())
        .as("another digest")
        .isEqualTo(400);
    assertThat(send(firm, "run.pdf", "MZ\u0000\u0001", own, "").statusCode())
        .as("a name does not make a type")
        .isEqualTo(415);
    assertThat(send(firm, name, "%PDF-1.7", number(theirs), "").statusCode())
        .as("another organisation's")
        .isEqualTo(403);
    HttpResponse<String> large = send(firm, "large.txt", "x".repeat(50 * 1024 * 1024 + 1), own, "");
    assertThat(large.statusCode()).isEqualTo(413);
    assertThat(large.body()).contains("50 MB");
    node.grant(node.person("passer-by"), Role.ENTERPRISE, number(theirs));
    TestBrowser stranger = node.browser().signIn("passer-by");
    assertThat(stranger.get(place).statusCode()).isEqualTo(404);
    assertThat(stranger.get(place + "/file").statusCode()).isEqualTo(404);
  }

  @Test
  void aLinkIsEvidenceWithoutAFile() {
    HttpResponse<String> made =
        json(firm, "{\"owner\": %d, \"link\": \"example.org/report\"}".formatted(number(ours)));
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    assertThat(made.body()).contains("https://example.org/report");
    String place = made.headers().firstValue("Location").orElseThrow();
    assertThat(firm.get(place + "/file").statusCode()).isEqualTo(404);
    assertThat(json(firm, "{\"link\": \"javascript:x\"}").statusCode()).isIn(400, 403);
  }

  private HttpResponse<String> json(TestBrowser browser, String body) {
    return browser.send(
        HttpRequest.newBuilder(node.at("/api/v1/evidence"))
            .header("Content-Type", "application/json")
            .header("X-XSRF-TOKEN", browser.token())
            .POST(BodyPublishers.ofString(body)));
  }

  private HttpResponse<String> send(
      TestBrowser browser, String name, String content, long owner, String sha256) {
    String part = "--x\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n";
    String body =
        part.formatted("owner", owner)
            + part.formatted("sha256", sha256)
            + "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
            + name
            + "\"\r\n\r\n"
            + content
            + "\r\n--x--\r\n";
    return browser.send(
        HttpRequest.newBuilder(node.at("/api/v1/evidence"))
            .header("Content-Type", "multipart/form-data; boundary=x")
            .header("X-XSRF-TOKEN", browser.token())
            .POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8)));
  }
}
