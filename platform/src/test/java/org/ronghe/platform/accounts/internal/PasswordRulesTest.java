package org.ronghe.platform.accounts.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class PasswordRulesTest {
  private static final PasswordRules RULES = new PasswordRules();

  @Test
  void takesWhatIsLongWhateverItIsMadeOf() {
    for (String good :
        new String[] {
          "lantern over the quiet river",
          "onlysmallletterzz",
          "静夜思床前明月光疑是地上霜",
          "🐼🎋🐉🏮🧧🎆🐼🎋🐉🏮🧧🎆",
          "x".repeat(60) + "abcdefgh".repeat(8) + "qrst"
        }) {
      assertThat(RULES.fault(good, "wang")).as(good).isEmpty();
    }
  }

  @Test
  void refusesAndSaysWhy() {
    Map.ofEntries(
            Map.entry("elevenchars", "password-short"),
            Map.entry("床前明月光", "password-short"),
            Map.entry("abcdefghjk ".repeat(12), "password-long"),
            Map.entry("abababababab", "password-monotonous"),
            Map.entry("123456789012", "password-monotonous"),
            Map.entry("fedcba987654", "password-monotonous"),
            Map.entry("password1234", "password-common"),
            Map.entry("Password2026!", "password-common"),
            Map.entry("1q2w3e4r5t6y", "password-common"),
            Map.entry("iloveyouiloveyou", "password-common"),
            Map.entry("wang.fang1234", "password-name"),
            Map.entry("Wang.Fangwang.fang", "password-name"))
        .forEach((bad, why) ->
            assertThat(RULES.fault(bad, "wang.fang", ""))
                .as(bad)
                .hasValue("accounts.fault." + why));
  }

  @Test
  void countsCharactersAfterNormalising() {
    // Eleven full-width letters and one ligature of two: NFKC makes thirteen of them.
    String typed = "ｌａｎｔｅｒｎｒｖｗｘ" + "ﬁ";
    assertThat(typed.codePointCount(0, typed.length())).isEqualTo(12);
    assertThat(RULES.fault(typed)).isEmpty();
    assertThat(PasswordHashing.normalised(typed)).isEqualTo("lanternrvwxfi");
  }
}
