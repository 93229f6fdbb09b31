package org.ronghe.match.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ronghe.match.text.GramAnalyzer;
import org.ronghe.match.text.TermReader;
import org.ronghe.match.text.Tongue;

class BridgeTest {
  private final Bridge bridge =
      new Bridge(BilingualDictionary.load(), new TermReader(new GramAnalyzer()));

  @Test
  void carriesChineseIntoEnglishTerms() {
    Translation translation = bridge.translate("锂电池隔膜 MWP", Tongue.ENGLISH);
    assertThat(translation.terms()).containsKeys("batteri", "mwp");
    assertThat(translation.text()).containsIgnoringCase("MWP");
    assertThat(translation.origins().get("batteri")).contains("电池");
  }

  @Test
  void carriesEnglishIntoChineseTermsWhateverTheEnding() {
    Translation translation = bridge.translate("rechargeable batteries", Tongue.CHINESE);
    assertThat(translation.terms()).containsKey("电池");
  }
}
