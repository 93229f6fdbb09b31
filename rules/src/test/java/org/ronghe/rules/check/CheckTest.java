package org.ronghe.rules.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ronghe.rules.Rulebooks;
import org.ronghe.rules.Samples;
import org.ronghe.rules.book.RulebookReader;
import org.ronghe.rules.source.Language;
import org.ronghe.rules.source.Problem;
import org.ronghe.rules.source.ProblemCode;
import org.ronghe.rules.source.ProblemText;
import org.ronghe.rules.source.Problems;

class CheckTest {
  private static final String GOOD =
      """
      rulebook: sample
      title: {zh: 样例, en: Sample}
      place: {zh: 某市, en: A city}
      valid: {from: 2024-01-01}
      sources:
        rule: {title: {zh: 办法, en: Rule}, read: official}
      evidence:
        audit: {zh: 审计报告, en: Audit}
      inputs:
        staff: {fact: employees_total, period: last year}
        tech: {fact: technical_staff, period: last year}
        rd: {fact: rd_expense, period: last year}
        level: {fact: rd_institution_level, period: now}
      score:
        total:
          name: {zh: 总分, en: Total}
          source: rule 1
          max: 30
          parts:
            - id: people
              name: {zh: 人员, en: People}
              max: 20
              measure: tech / staff
              bands:
                - {from: 30 %, points: 20}
                - {from: 10 %, points: 10}
                - {below: 10 %, points: 0}
            - id: money
              name: {zh: 投入, en: Money}
              max: 5
              rows:
                - {if: rd >= 100 万元, points: 5}
                - {if: rd >= 50 万元, points: 2}
                - {otherwise: true, points: 0}
            - id: place
              name: {zh: 机构, en: Institution}
              max: 5
              by: level
              points: {national: 5, provincial: 3, municipal: 1, below_municipal: 0, none: 0}
      requires:
        all:
          - id: size
            text: {zh: 职工不超过500人, en: At most 500 employees}
            source: rule 2
            if: staff <= 500
            evidence: [audit]
          - id: enough
            text: {zh: 总分不低于15, en: At least 15}
            source: rule 3
            if: total >= 15
      firms:
        typical: {employees_total: 100, technical_staff: 30, rd_expense: 1000000, rd_institution_level: none}
      examples:
        - {firm: typical, expect: {answer: met, total: 25}}
        - {firm: typical, vary: employees_total, gives: {300: met, 301: data-missing}}
      """
          .replace("301: data-missing", "~: data-missing");

  private static List<Problem> problems(String text) {
    var problems = new Problems();
    RulebookReader.read("sample.yaml", text, problems)
        .ifPresent(rulebook -> Check.linked(List.of(rulebook), Samples.TYPES, problems));
    return problems.sorted();
  }

  @Test
  void aGoodRulebookHasNoProblems() {
    assertThat(problems(GOOD)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          place: {zh: 某市          | plce: {zh: 某市                | KEY_UNKNOWN        | 3  | Did you mean place?
          rulebook: sample          | rulebook: Sample!              | VALUE_WRONG        | 1  | a-z
          period: last year}        | period: last yaer}             | VALUE_WRONG        | 10 | last year
          employees_total, period   | employes_total, period         | FACT_UNKNOWN       | 10 | Did you mean employees_total?
          if: staff <= 500          | if: staf <= 500                | NAME_UNKNOWN       | 45 | Did you mean staff?
          if: staff <= 500          | if: staff <= 500 人            | EXPRESSION_WRONG   | 45 | character 14
          if: staff <= 500          | if: staff <= 500 万元          | UNITS_DIFFER       | 45 | CNY
          if: staff <= 500          | if: staff                      | TYPE_WRONG         | 45 | condition
          if: staff <= 500          | if: sume(staff) <= 500         | FUNCTION_UNKNOWN   | 45 | Did you mean sum?
          source: rule 2            | source: rules 2                | SOURCE_UNKNOWN     | 42 | Did you mean rule?
          evidence: [audit]         | evidence: [audits]             | EVIDENCE_UNKNOWN   | 42 | Did you mean audit?
          - {from: 10 %, points: 10} | - {from: 10 %, below: 20 %, points: 10} | BAND_GAP | 25 | 20 % … 30 %
          - {from: 10 %, points: 10} | - {from: 10 %, to: 30 %, points: 10} | BAND_OVERLAP | 25 | 30 %
          - {below: 10 %, points: 0} | - {below: 20 %, points: 0}    | BAND_OVERLAP       | 26 | 10 % … 20 %
          - {below: 10 %, points: 0} | - {below: 5 %, points: 0}     | BAND_GAP           | 26 | 5 % … 10 %
          - {if: rd >= 50 万元        | - {if: rd >= 200 万元          | POINTS_UNREACHABLE | 33 | can never be reached
          - {otherwise: true, points: 0} | - {if: rd < 50 万元, points: 0} | OTHERWISE_MISSING | 28 | otherwise
          max: 30                   | max: 40                        | TOTAL_WRONG        | 16 | can reach 30, but its max is 40
          {from: 30 %, points: 20}  | {from: 30 %, points: 15}       | POINTS_UNREACHABLE | 20 | 20 can never be reached
          {from: 30 %, points: 20}  | {from: 30 %, points: 25}       | POINTS_ABOVE       | 20 | more than its max of 20
          below_municipal: 0, none  | none                           | CODES_LEFT_OUT     | 35 | below_municipal
          {national: 5              | {nationl: 5                    | CODE_UNKNOWN       | 38 | Did you mean national?
          answer: met, total: 25    | answer: met, total: 26         | EXAMPLE_FAILS      | 54 | total: 25 ≠ 26
          answer: met, total: 25    | answer: met, totl: 25          | EXAMPLE_NAME       | 54 | totl
          firm: typical, expect     | firm: typicl, expect           | FIRM_UNKNOWN       | 54 | Did you mean typical?
          id: enough                | id: size                       | ID_TWICE           | 47 | size
          measure: tech / staff     | measure: total / staff         | CIRCLE             | 16 | people → total → people
          valid: {from: 2024-01-01} | superseded-by: other           | RULEBOOK_UNKNOWN   | 1  | other
          title: {zh: 样例          | title: {zhh: 样例              | VALUE_WRONG        | 2  | {zh: …, en: …}
          rd: {fact: rd_expense     | rdd: {fact: rd_expense         | NAME_UNKNOWN       | 32 | Did you mean rdd?
          """)
  void aBrokenOneSaysWhatIsWrongAndWhere(
      String good, String broken, ProblemCode code, int line, String says) {
    assertThat(GOOD).contains(good);
    var problems = problems(GOOD.replace(good, broken));
    assertThat(problems)
        .anySatisfy(problem -> {
          assertThat(problem.code()).isEqualTo(code);
          assertThat(problem.place().line()).as("line of %s", problem).isEqualTo(line);
          assertThat(ProblemText.in(Language.ENGLISH).sentence(problem)).contains(says);
          assertThat(ProblemText.in(Language.CHINESE).sentence(problem)).isNotBlank();
        });
  }

  /// Editors that complete by the schema must not refuse what the reader takes, nor the reverse.
  @ParameterizedTest
  @CsvSource({
    "now, true",
    "ever, true",
    "this year, true",
    "latest year, true",
    "last year, true",
    "2 years before last, true",
    "last 10 years but 1, true",
    "within 18 months, true",
    "since 3 years ago, true",
    "last yaer, false",
    "last 1 years, false",
    "0 years before last, false",
    "within 0 days, false",
    "since 1 years ago, false"
  })
  void theSchemaTakesThePeriodsThatTheReaderTakes(String period, boolean taken) throws IOException {
    String schema;
    try (var in = Rulebooks.class.getResourceAsStream("rulebook.schema.json")) {
      schema = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    var pattern =
        Pattern.compile("\"period\": \\{\\s*\"type\": \"string\",\\s*\"pattern\": \"([^\"]+)\"")
            .matcher(schema);
    assertThat(pattern.find()).isTrue();
    assertThat(period.matches(pattern.group(1))).as("the schema").isEqualTo(taken);
    assertThat(problems(GOOD.replace("period: now", "period: " + period)))
        .extracting(Problem::code)
        .as("the reader")
        .matches(codes -> codes.contains(ProblemCode.VALUE_WRONG) != taken);
  }

  @Test
  void aClauseWithoutSourceIsFound() {
    assertThat(problems(GOOD.replace("      source: rule 3\n", "")))
        .extracting(Problem::code)
        .containsExactly(ProblemCode.SOURCE_MISSING);
  }

  @Test
  void anUnusedInputIsFound() {
    assertThat(
            problems(
                GOOD.replace(
                    "inputs:\n", "inputs:\n  assets: {fact: total_assets, period: last year}\n")))
        .extracting(Problem::code)
        .containsExactly(ProblemCode.INPUT_UNUSED);
  }

  @Test
  void allProblemsAreSaidAtOnce() {
    assertThat(
            problems(
                GOOD.replace("max: 30", "max: 31")
                    .replace("source: rule 2", "source: rles 2")
                    .replace("total: 25", "total: 24")))
        .extracting(Problem::code)
        .containsExactly(
            ProblemCode.TOTAL_WRONG, ProblemCode.SOURCE_UNKNOWN, ProblemCode.EXAMPLE_FAILS);
  }

  @Test
  void datesThatOverlapASuccessorAreFound() {
    var older =
        GOOD.replace("rulebook: sample", "rulebook: older")
            .replace(
                "valid: {from: 2024-01-01}",
                "valid: {from: 2020-01-01, until: 2024-01-01}\nsuperseded-by: sample");
    assertThat(both(older)).containsExactly(ProblemCode.SUCCESSOR_OVERLAP);
    assertThat(both(older.replace("until: 2024-01-01", "until: 2023-12-30")))
        .containsExactly(ProblemCode.SUCCESSOR_GAP);
    assertThat(both(older.replace("until: 2024-01-01", "until: 2023-12-31"))).isEmpty();
  }

  private static List<ProblemCode> both(String older) {
    var problems = new Problems();
    var rulebooks =
        List.of(
            RulebookReader.read("older.yaml", older, problems).orElseThrow(),
            RulebookReader.read("sample.yaml", GOOD, problems).orElseThrow());
    Check.linked(rulebooks, Samples.TYPES, problems);
    return problems.sorted().stream().map(Problem::code).toList();
  }

  @Test
  void everyProblemHasASentenceInBothLanguages() {
    for (var code : ProblemCode.values()) {
      var problem =
          new Problem(code, new org.ronghe.rules.source.Place("f", 1), List.of("a", "b", "c", "d"));
      assertThat(ProblemText.in(Language.ENGLISH).sentence(problem)).isNotBlank();
      assertThat(ProblemText.in(Language.CHINESE).sentence(problem)).isNotBlank();
    }
  }
}
