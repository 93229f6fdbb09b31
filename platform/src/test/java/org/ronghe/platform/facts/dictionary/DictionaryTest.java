package org.ronghe.platform.facts.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ronghe.platform.text.Language;
import org.ronghe.testkit.Project;

class DictionaryTest {
  @Test
  void theShippedDictionaryHasNoProblem() {
    Dictionary dictionary = Dictionary.shipped();
    assertThat(dictionary.attributes()).hasSizeGreaterThan(290);
    assertThat(dictionary.of(SubjectKind.PERSON))
        .extracting(Attribute::key)
        .contains("employer", "national_award_rank", "integrity_bar")
        .doesNotContain("sales_revenue");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void theReferencePageSaysWhatTheDictionarySays(Language language) throws IOException {
    String name = language == Language.ENGLISH ? "attributes.md" : "attributes.zh.md";
    Path page = Project.root().resolve("docs/reference").resolve(name);
    String now = AttributesPage.in(Dictionary.shipped(), language);
    if (Boolean.getBoolean("ronghe.renew")) {
      Files.writeString(page, now);
    }
    assertThat(page).as("AGENTS.md says how to renew it").exists();
    assertThat(Project.read(page)).isEqualTo(now);
    assertThat(now).doesNotContain("[facts.");
    for (Attribute attribute : Dictionary.shipped().attributes()) {
      assertThat(now).contains("| `" + attribute.key() + "` | ");
    }
  }

  @Test
  void attributesTakeWhatTheyDoNotSayFromTheirGroup() {
    Dictionary dictionary = Dictionary.shipped();
    Attribute revenue = dictionary.find("sales_revenue").orElseThrow();
    assertThat(revenue.period()).isEqualTo(Period.YEAR);
    assertThat(revenue.internal()).isTrue();
    assertThat(revenue.type()).isEqualTo(AttributeType.MONEY);
    assertThat(revenue.name()).isEqualTo(new Words("销售（营业）收入", "Sales revenue"));
    Attribute valuation = dictionary.find("valuation").orElseThrow();
    assertThat(valuation.period()).isEqualTo(Period.POINT);
    assertThat(valuation.group().key()).isEqualTo("figures");
  }

  @Test
  void whatAnOfficialTextDefinesNamesThatText() {
    assertThat(Dictionary.shipped().attributes())
        .filteredOn(attribute -> attribute.source().isEmpty())
        .extracting(Attribute::key)
        .containsExactlyInAnyOrder(
            "registered_name_en", "person_name", "employer", "job_title", "email");
  }

  @Test
  void allProblemsAreToldAtOnceWithTheirPlace() {
    String first =
        """
        groups:
          - group: figures
            name: {zh: 财务, en: Finance}
            subjects: [organisation]
            period: year
            sensitivity: internal
            attributes:
              - key: Sales
                name: {zh: 收入, en: Revenue}
                definition: {zh: 甲, en: b}
                type: mony
              - key: staff
                name: {zh: 职工}
                definition: {zh: 甲, en: b}
                type: integer
                lest: 0
              - key: stage
                name: {zh: 阶段, en: Stage}
                definition: {zh: 甲, en: b}
                type: code
              - key: number
                name: {zh: 编号, en: Number}
                definition: {zh: 甲, en: b}
                type: text
                pattern: "[0-9"
                least: 3
        """;
    String second =
        """
        groups:
          - group: more
            name: {zh: 其他, en: More}
            subjects: [organization]
            period: year
            sensitivity: public
            attributes:
              - key: fine
                name: {zh: 好, en: Fine}
                definition: {zh: 甲, en: b}
                type: date
                subjects: [work]
        """;
    var reading = DictionaryReading.of(Map.of("a.yaml", first));
    assertThat(reading.problems())
        .containsExactly(
            "a.yaml: figures: Sales: key: use a-z, 0-9 and _, beginning with a letter, 2 to 60"
                + " characters",
            "a.yaml: figures: Sales: type: mony is none of decimal, integer, money, percent,"
                + " boolean, date, text, code, title, organisation, person, holding",
            "a.yaml: figures: staff: lest: is unknown; did you mean least?",
            "a.yaml: figures: staff: name: expected zh and en",
            "a.yaml: figures: stage: codes: a code needs a list",
            "a.yaml: figures: number: least: only numbers have a least and a most",
            "a.yaml: figures: number: pattern: is no regular expression: Unclosed character class");
    var other = DictionaryReading.of(Map.of("b.yaml", second));
    assertThat(other.problems()).isEmpty();
    assertThat(other.dictionary().find("fine").orElseThrow().use().subjects())
        .containsExactly(SubjectKind.WORK);
    assertThat(DictionaryReading.of(Map.of("c.yaml", "groups: [}")).problems()).hasSize(1);
    assertThat(DictionaryReading.of(Map.of("d.yaml", "attributes: []")).problems())
        .containsExactly("d.yaml: groups: expected a list");
    assertThat(
            DictionaryReading.of(Map.of("e.yaml", second.replace("subjects: [work]", "")))
                .problems())
        .containsExactly(
            "e.yaml: more: subjects: there is no organization",
            "e.yaml: more: subjects: is missing");
  }

  @Test
  void aKeyMayNotStandTwice() {
    String attribute =
        """
              - key: twice
                name: {zh: 好, en: Fine}
                definition: {zh: 甲, en: b}
                type: date
        """;
    String file =
        """
        groups:
          - group: more
            name: {zh: 其他, en: More}
            subjects: [work]
            period: year
            sensitivity: public
            attributes:
        """
            + attribute
            + attribute;
    assertThat(DictionaryReading.of(Map.of("a.yaml", file)).problems())
        .containsExactly("a.yaml: more: twice: key: is there twice");
  }
}
