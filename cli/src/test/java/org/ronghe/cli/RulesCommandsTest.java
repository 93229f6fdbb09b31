package org.ronghe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.rules.Rulebooks;

class RulesCommandsTest {
  private static final String FIRM =
      """
      {"resident_in_mainland": true, "employees_total": 100, "technical_staff": 20,
       "sales_revenue": 50000000, "total_assets": 80000000, "rd_expense": 2500000,
       "total_cost_and_expense": 40000000, "ip_class_one": 0, "ip_class_two": 2,
       "product_restricted": false}
      """;

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  private Path folder;

  private String facts(String json) throws IOException {
    return Files.writeString(folder.resolve("firm.json"), json).toString();
  }

  private Captured evaluate(Locale language, String json, String... more) throws IOException {
    var words =
        new String[] {
          "rules",
          "evaluate",
          "cn-tech-sme-2017-115",
          "--facts",
          facts(json),
          "--as-of",
          "2026-05-01",
          "--case",
          "first"
        };
    var all =
        java.util.stream.Stream.concat(
            java.util.Arrays.stream(words), java.util.Arrays.stream(more));
    return Captured.run(language, all.toArray(String[]::new));
  }

  @Test
  void theBundledRulebooksAreWithoutFault() {
    var check = Captured.run(Locale.ENGLISH, "rules", "check");
    assertThat(check.err()).isEmpty();
    assertThat(check.exitCode()).isEqualTo(ExitCode.OK);
  }

  @Test
  void everyRulebookIsListedAndExplainedInBothLanguages() {
    var list = Captured.run(Locale.ENGLISH, "rules", "list");
    for (String id : Rulebooks.ids()) {
      assertThat(list.out()).contains(id);
      for (Locale language : new Locale[] {Locale.ENGLISH, Locale.CHINESE}) {
        var page = Captured.run(language, "rules", "explain", id);
        assertThat(page.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(page.out()).contains(id);
      }
    }
  }

  @Test
  void aFirmIsJudgedInTheLanguageAskedFor() throws IOException {
    assertThat(evaluate(Locale.ENGLISH, FIRM).out())
        .startsWith("Technology-based SME — met")
        .contains("Score of at least 60");
    assertThat(evaluate(Locale.CHINESE, FIRM).out()).startsWith("科技型中小企业评价 — 符合");
  }

  @Test
  void whatIsPrintedAsJsonCanBeReplayed() throws IOException {
    var evaluation = evaluate(Locale.ENGLISH, FIRM, "--json");
    assertThat(evaluation.out()).contains("\"answer\": \"met\"");
    var file = Files.writeString(folder.resolve("evaluation.json"), evaluation.out());
    var replay = Captured.run(Locale.ENGLISH, "rules", "replay", file.toString());
    assertThat(replay.out()).contains("The same bytes");
    assertThat(replay.exitCode()).isEqualTo(ExitCode.OK);
  }

  @Test
  void aMistypedFactIsNamedWithItsLine() throws IOException {
    var result = evaluate(Locale.ENGLISH, FIRM.replace("rd_expense", "rd_expnse"));
    assertThat(result.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(result.err()).contains("firm.json:2: ", "Did you mean rd_expense?");
  }

  @Test
  void aBrokenRulebookFailsTheCheckWithEveryProblem() throws IOException {
    var text = Rulebooks.text("cn-tech-sme-2017-115");
    var file =
        Files.writeString(
            folder.resolve("cn-tech-sme-2017-115.yaml"),
            text.replace("if: staff <= 500", "if: staf <= 500")
                .replace("if: not restricted", "if: not restrcted"));
    var check = Captured.run(Locale.ENGLISH, "rules", "check", file.toString());
    assertThat(check.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(check.err()).contains("Did you mean staff?", "Did you mean restricted?");
  }

  @Test
  void aChangedRulebookDiffersInWords() throws IOException {
    var text = Rulebooks.text("cn-tech-sme-2017-115");
    var file =
        Files.writeString(
            folder.resolve("draft.yaml"), text.replace("if: staff <= 500", "if: staff <= 400"));
    var diff =
        Captured.run(Locale.ENGLISH, "rules", "diff", "cn-tech-sme-2017-115", file.toString());
    assertThat(diff.out()).contains("≤ 500").contains("≤ 400");
  }

  @Test
  void anUnknownRulebookIsAMistakeOfUse() {
    var result = Captured.run(Locale.ENGLISH, "rules", "explain", "cn-tech-sme-2017-116");
    assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err()).contains("cn-tech-sme-2017-115");
  }
}
