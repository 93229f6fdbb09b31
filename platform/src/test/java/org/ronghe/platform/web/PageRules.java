package org.ronghe.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What holds for every page of the node: its words are there, its parts have names, its policy
/// lets nothing in.
public final class PageRules {
  private static final Pattern ID = Pattern.compile("\\sid=\"([^\"]*)\"");
  private static final Pattern CONTROL =
      Pattern.compile("<(?:input|select|textarea)\\s([^>]*)>", Pattern.DOTALL);
  private static final Pattern INLINE = Pattern.compile("\\s(style|on[a-z]+)=\"");
  private static final Pattern ELSEWHERE =
      Pattern.compile(
          "(?<!\\srel=\"external noreferrer\")\\s(?:src|href|action)=\"(?!/(?!/)|#|\\?)([^\"]*)\"");

  private PageRules() {}

  /// Checks a page.
  ///
  /// @param language the value of its `lang`
  public static void check(HttpResponse<String> page, String language) {
    String html = page.body();
    String where = page.uri().toString();
    assertThat(page.headers().firstValue("Content-Type"))
        .as(where)
        .contains("text/html;charset=UTF-8");
    assertThat(html)
        .as(where)
        .startsWith("<!DOCTYPE html>")
        .contains("<html lang=\"" + language + "\"");
    assertThat(html)
        .as("texts missing in " + where)
        .doesNotContainPattern("\\[[a-z]+\\.[a-z0-9.-]+]");
    assertThat(count(html, "<h1>")).as("headings of " + where).isEqualTo(1);
    assertThat(html)
        .as(where)
        .contains("<main id=\"main\"")
        .contains("class=\"skip\" href=\"#main\"");
    assertThat(all(ID, html)).as("ids of " + where).doesNotHaveDuplicates();
    for (String control : all(CONTROL, html)) {
      boolean hidden = control.contains("type=\"hidden\"");
      String id = all(ID, " " + control).stream().findFirst().orElse("");
      assertThat(hidden || html.contains("for=\"" + id + "\""))
          .as("label of " + control + " in " + where)
          .isTrue();
    }
    assertThat(all(INLINE, html)).as("inline style or script in " + where).isEmpty();
    assertThat(html).as(where).doesNotContain("<style").doesNotContain("<script>");
    assertThat(all(ELSEWHERE, html)).as("addresses elsewhere in " + where).isEmpty();
    checkPolicy(page);
  }

  private static void checkPolicy(HttpResponse<String> page) {
    String policy = page.headers().firstValue("Content-Security-Policy").orElse("");
    assertThat(policy)
        .contains("default-src 'none'")
        .contains("script-src 'self'")
        .contains("style-src 'self'")
        .contains("base-uri 'none'")
        .contains("frame-ancestors 'none'")
        .doesNotContain("unsafe")
        .doesNotContain("http:")
        .doesNotContain("https:")
        .doesNotContain("*");
    assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }

  private static List<String> all(Pattern pattern, String text) {
    var found = new ArrayList<String>();
    var matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }
}
