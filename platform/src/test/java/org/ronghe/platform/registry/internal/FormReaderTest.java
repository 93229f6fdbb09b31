package org.ronghe.platform.registry.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ronghe.platform.registry.FilledForm;
import org.ronghe.platform.registry.SampleForm;

class FormReaderTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 4, 1);

  private static Map<String, String> faults(FilledForm form) {
    return FormReader.read(form, TODAY).faults();
  }

  @Test
  void nothingIsWrongWithARightForm() {
    var reading = FormReader.read(SampleForm.right("激光光源"), TODAY);
    assertThat(reading.faults()).isEmpty();
    var form = Objects.requireNonNull(reading.form());
    assertThat(form.contributors()).extracting("name").containsExactly("李华", "王敏");
    assertThat(form.heading().keywords()).containsExactly("光学", "激光");
    assertThat(Objects.requireNonNull(form.maturity()).evidence()).hasSize(4);
  }

  @Test
  void everythingThatIsMissingIsSaidAtOnce() {
    assertThat(faults(FilledForm.EMPTY).keySet())
        .contains(
            "title_zh",
            "work_class",
            "keywords",
            "summary",
            "start",
            "end",
            "secrecy",
            "embodiment",
            "level",
            "contributor.0.name",
            "holder.0.name");
  }

  @ParameterizedTest
  @CsvSource({
    "holder.1.share, 1/4, holder.0.share, registry.fault.shares",
    "holder.1.share, a third, holder.1.share, registry.fault.share",
    "keywords, a;b;c;d, keywords, registry.fault.keywords",
    "end, 2021-01, end, registry.fault.end-before-start",
    "end, 2026-05, end, registry.fault.future-month",
    "start, 2026-05, start, registry.fault.future-month",
    "start, 0001-01, start, registry.fault.month",
    "contributor.1.name, 李华, contributor.1.name, registry.fault.twice",
    "holder.1.name, 东湖大学, holder.1.name, registry.fault.twice",
    "holder.1.share, 33.3%, holder.0.share, registry.fault.shares",
    "start, last spring, start, registry.fault.month",
    "secrecy, secret, secrecy, registry.fault.secret",
    "conclusion, '', conclusion, registry.fault.needed",
    "trl_level, 6, trl_evidence.5, registry.fault.needed",
    "trl_level, 10, trl_level, registry.fault.no-choice",
    "trl_on, 2026-04-02, trl_on, registry.fault.future",
    "trl_assessor, '', trl_assessor, registry.fault.needed",
    "contributor.1.part, '', contributor.1.part, registry.fault.needed",
    "work_class, alchemy, work_class, registry.fault.no-choice",
    "funding.0.amount, twelve, funding.0.amount, registry.fault.amount",
    "right.0.number, 2020SR1, right.0.kind, registry.fault.needed"
  })
  void whatIsWrongIsSaidAtItsField(String field, String value, String at, String key) {
    Map<String, String> faults = faults(SampleForm.right("激光光源").with(field, value));
    assertThat(faults).containsKey(at);
    String expected = field.equals("conclusion") ? "registry.fault.conclusion" : key;
    assertThat(faults.get(at)).startsWith(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "title_zh",
        "summary",
        "conclusion",
        "keywords",
        "contributor.0.name",
        "contributor.0.organisation",
        "contributor.0.part",
        "holder.0.name",
        "trl_assessor",
        "trl_evidence.1"
      })
  void nothingIsLongerThanTheFormHasRoomFor(String field) {
    assertThat(faults(SampleForm.right("激光光源").with(field, "长".repeat(6000))).get(field))
        .containsPattern("registry.fault.(too-long|keyword-long)");
  }

  @Test
  void patentNumbersAreCheckedByTheirCheckDigit() {
    FilledForm form =
        SampleForm.right("激光光源")
            .with("right.0.kind", "invention")
            .with("right.0.status", "granted")
            .with("right.0.number", "ZL202010123456.0");
    int right = 0;
    for (int i = 0; i < 10; i++) {
      right += faults(form.with("right.0.number", "ZL202010123456." + i)).isEmpty() ? 1 : 0;
    }
    assertThat(right).as("one check digit of ten is right").isEqualTo(1);
  }

  @Test
  void anAmountIsWholeFen() {
    var reading =
        FormReader.read(
            SampleForm.right("激光光源")
                .with("funding.0.programme", "重点研发计划")
                .with("funding.0.amount", "1,250,000.05"),
            TODAY);
    var form = Objects.requireNonNull(reading.form());
    assertThat(form.fundings().getFirst().amountFen()).isEqualTo(125_000_005L);
  }

  @Test
  void rowsThatAreLeftEmptyCloseUp() {
    FilledForm form =
        FormFields.taken(
            Map.of(
                "contributor.0.name", " ",
                "contributor.3.name", "王敏",
                "contributor.12.name", "李华",
                "contributor.12.evil", "x",
                "nothing", "x"));
    assertThat(form.values())
        .isEqualTo(Map.of("contributor.0.name", "王敏", "contributor.1.name", "李华"));
    assertThat(FormFields.exchanged(form, "contributor", 0, 1).value("contributor.0.name"))
        .isEqualTo("李华");
    assertThat(FormFields.without(form, "contributor", 0).value("contributor.0.name"))
        .isEqualTo("李华");
  }
}
