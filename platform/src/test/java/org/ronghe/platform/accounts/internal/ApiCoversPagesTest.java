package org.ronghe.platform.accounts.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.ronghe.testkit.Project;

/// Everything the pages do, programs can do: `pages-by-api.tsv` says by which endpoint of the API,
/// or why a page alone does it. The registry of achievements, which is still growing, is left out.
class ApiCoversPagesTest {
  private static final Pattern REGISTRY =
      Pattern.compile("/(achievements|catalogue|imports|evaluations|plans|pools)(/.*)?");

  private static final String FOLDER = "platform/src/test/resources/org/ronghe/platform/accounts/";

  @Test
  void whatAPageDoesTheApiDoesOrAReasonIsGiven() {
    Set<String> pages = new TreeSet<>();
    Set<String> api = new TreeSet<>();
    for (List<String> line : lines("endpoints.tsv")) {
      String endpoint = line.get(0) + " " + line.get(1);
      if (line.get(1).startsWith("/api/v1/")) {
        api.add(endpoint);
      } else if (!REGISTRY.matcher(line.get(1)).matches()) {
        pages.add(endpoint);
      }
    }
    Map<String, String> covered = new LinkedHashMap<>();
    for (List<String> line : lines("pages-by-api.tsv")) {
      covered.put(line.get(0), line.get(1));
    }
    assertThat(covered.keySet()).containsExactlyInAnyOrderElementsOf(pages);
    covered.forEach((page, by) -> {
      if (by.startsWith("alone: ")) {
        assertThat(by.length()).as(page).isGreaterThan("alone: ".length() + 10);
      } else {
        assertThat(api).as(page).containsAll(List.of(by.split(", ", -1)));
      }
    });
  }

  private static List<List<String>> lines(String name) {
    Path file = Project.root().resolve(FOLDER).resolve(name);
    return Project.read(file).lines().skip(1).map(line -> List.of(line.split("\t", -1))).toList();
  }
}
