package org.ronghe.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ronghe.platform.text.Language;
import org.ronghe.platform.text.Texts;

class SearchKindTest {
  @ParameterizedTest
  @EnumSource
  void isCalledSomethingInEveryLanguage(SearchKind kind) {
    for (Language language : Language.values()) {
      Texts texts = Texts.in(language);
      assertThat(texts.text("search.kind." + kind.code())).doesNotStartWith("[");
      assertThat(texts.text("search.all." + kind.code(), 7)).contains("7");
    }
  }
}
