package org.ronghe.match.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ronghe.match.text.GramAnalyzer;
import org.ronghe.match.text.TermReader;

class QuantityReaderTest {
  private final Checks checks = Checks.likely(new TermReader(new GramAnalyzer()));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          纯度≥95%                | 0.95    | Infinity
          纯度不低于95 ％          | 0.95    | Infinity
          厚度不超过3 mm          | -Infinity | 0.003
          厚度大于3毫米           | 0.003   | Infinity
          at least 3 mm          | 0.003   | Infinity
          no more than 3 mm      | -Infinity | 0.003
          −40 ℃ ~ 85 ℃           | 233.15  | 358.15
          -40至85°C              | 233.15  | 358.15
          日产100-300吨           | 100000  | 300000
          寿命1000h以上           | 3600000 | Infinity
          误差±0.5mm             | -0.0005 | 0.0005
          1,200 kg               | 1200    | 1200
          投资300万元以内         | -Infinity | 3000000
          """)
  void readsWhatIsAskedFor(String text, double low, double high) {
    List<Quantity> found = QuantityReader.read(text);
    assertThat(found).hasSize(1);
    assertThat(bounded(found.getFirst().low()))
        .isEqualTo(bounded(low), within(1e-6 + 1e-9 * Math.abs(bounded(low))));
    assertThat(bounded(found.getFirst().high()))
        .isEqualTo(bounded(high), within(1e-6 + 1e-9 * Math.abs(bounded(high))));
  }

  @Test
  void leavesYearsNamesAndBareNumbersAlone() {
    assertThat(QuantityReader.read("2018年起，型号CR2032的500 models，专利ZL201721099528.4")).isEmpty();
  }

  @Test
  void saysWhatIsMetNotMetAndNotStated() {
    List<Check> found =
        checks.of(
            QuantityReader.read("纯度≥95%，工作温度−20℃~60℃，厚度不超过3mm，重量小于2kg"),
            QuantityReader.read("纯度98%，工作温度-40℃~85℃，厚度5 mm"));
    assertThat(found)
        .extracting(Check::verdict)
        .containsExactly(
            Check.Verdict.MET, Check.Verdict.MET, Check.Verdict.NOT_MET, Check.Verdict.NOT_STATED);
  }

  @Test
  void whatAPersonReadsHoldsNoPercentageAgainstAnother() {
    var terms = new TermReader(new GramAnalyzer());
    List<Quantity> demands = QuantityReader.read("孔隙率≥45%，厚度不超过3mm");
    List<Quantity> stated = QuantityReader.read("效率提高44%，宽度5 mm");
    assertThat(Checks.likely(terms).of(demands, stated))
        .extracting(Check::verdict)
        .containsExactly(Check.Verdict.NOT_MET, Check.Verdict.NOT_MET);
    assertThat(Checks.sure(terms).of(demands, stated))
        .extracting(Check::verdict)
        .containsExactly(Check.Verdict.NOT_STATED, Check.Verdict.NOT_MET);
    assertThat(Checks.sure(terms).of(demands, QuantityReader.read("隔膜的孔隙率达48%")))
        .extracting(Check::verdict)
        .containsExactly(Check.Verdict.MET, Check.Verdict.NOT_STATED);
  }

  @Test
  void aWeakerBoundDoesNotMeetAStrongerOne() {
    Quantity demand = QuantityReader.read("纯度≥95%").getFirst();
    assertThat(demand.isMetBy(QuantityReader.read("纯度≥98%").getFirst())).isTrue();
    assertThat(demand.isMetBy(QuantityReader.read("纯度≥90%").getFirst())).isFalse();
  }

  private static double bounded(double value) {
    return Double.isInfinite(value) ? Math.copySign(1e18, value) : value;
  }
}
