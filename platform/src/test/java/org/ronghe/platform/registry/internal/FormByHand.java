package org.ronghe.platform.registry.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.ronghe.platform.TestBrowser;
import org.ronghe.platform.registry.FilledForm;

/// Somebody who fills in forms in a browser.
record FormByHand(TestBrowser browser) {
  /// Begins a form; the address of its page.
  String begun() {
    return leads(browser.post("/achievements/new", "organisation", "东湖大学", "title", "新光源"))
        .replace("/edit", "");
  }

  /// The version of a form that its page saves over.
  String version(String page) {
    return found("name=\"version\" value=\"(\\d+)\"", browser.get(page + "/edit").body());
  }

  /// What is sent with a form: name, value, name, value …
  static String[] fields(FilledForm form, String... more) {
    var fields = new ArrayList<String>();
    form.values()
        .forEach((field, value) -> {
          fields.add(field);
          fields.add(value);
        });
    fields.addAll(List.of(more));
    return fields.toArray(String[]::new);
  }

  /// The first group of a pattern that has to be found.
  static String found(String pattern, String text) {
    var matcher = Pattern.compile(pattern).matcher(text);
    assertThat(matcher.find()).as(pattern + " in " + text).isTrue();
    return matcher.group(1);
  }

  /// Where an answer leads, which has to lead somewhere.
  static String leads(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return answer.headers().firstValue("Location").orElseThrow();
  }
}
