package org.ronghe.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class RedirectTest {
  @Test
  void staysOnThisNode() {
    assertThat(Redirect.isLocal("/rankings/1?q=苏州")).isTrue();
    for (String away :
        List.of("https://evil.example", "//evil.example", "/\\evil.example", "evil", "", "/a\nb")) {
      assertThat(Redirect.isLocal(away)).as(away).isFalse();
      assertThatIllegalArgumentException().isThrownBy(() -> Redirect.to(away));
    }
  }
}
