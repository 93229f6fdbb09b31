package org.ronghe.platform.facts.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import org.ronghe.platform.TestBrowser;
import org.ronghe.platform.TestDatabase;
import org.ronghe.platform.TestNode;
import org.ronghe.platform.access.Role;

/// A node with two organisations, two officers, and the firm that keeps the first organisation.
final class FactPagesNode implements AutoCloseable {
  private final TestDatabase database = TestDatabase.fresh();
  final TestNode node = TestNode.start(database);
  final TestBrowser officer;
  final TestBrowser other;
  final TestBrowser firm;

  /// The address of the firm's own organisation, and of another.
  final String ours;

  final String theirs;

  FactPagesNode() {
    node.grant(node.person("officer"), Role.BUREAU_OFFICER, null);
    node.grant(node.person("other-officer"), Role.BUREAU_OFFICER, null);
    officer = node.browser().signIn("officer");
    other = node.browser().signIn("other-officer");
    ours = organisation("长江光电有限公司", "Yangtze Photonics");
    theirs = organisation("东湖仪器有限公司", "East Lake Instruments");
    node.grant(node.person("firm"), Role.ENTERPRISE, number(ours));
    firm = node.browser().signIn("firm");
  }

  @Override
  public void close() {
    node.close();
    database.close();
  }

  static long number(String href) {
    return Long.parseLong(href.substring(href.lastIndexOf('/') + 1));
  }

  /// Enters an organisation.
  ///
  /// @return its address
  String organisation(String zh, String en) {
    return taken(
        officer.post(
            "/organisations/new",
            "name_zh",
            zh,
            "name_en",
            en,
            "kind",
            "enterprise",
            "status",
            "active",
            "economy",
            "CN",
            "region",
            "武汉",
            "district",
            "洪山区",
            "homepage",
            "https://example.org"));
  }

  /// Where a form that was taken leads to.
  static String taken(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  static String found(String pattern, String text) {
    var matcher = Pattern.compile(pattern).matcher(text);
    assertThat(matcher.find()).as(pattern + " in " + text).isTrue();
    return matcher.group(1);
  }

  /// The newest record that stands in a history.
  static String newest(TestBrowser browser, String organisation, String attribute) {
    return found(
        "/facts/(\\d+)/correct", browser.get(organisation + "/history/" + attribute).body());
  }
}
