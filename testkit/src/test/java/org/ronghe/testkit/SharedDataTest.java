package org.ronghe.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

class SharedDataTest {
  @Test
  void anAbsentFileSkipsTheTestAndFailsOnABuildServer() {
    assertThatThrownBy(() -> SharedData.require("no-such-folder/no-such-file"))
        .isInstanceOf(Project.onBuildServer() ? AssertionError.class : TestAbortedException.class)
        .hasMessageContaining("no-such-file");
  }
}
