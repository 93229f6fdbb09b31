package org.ronghe.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SourceFormatTest {
  @Test
  void everyJavaFileIsFormatted() {
    assertThat(SourceFormat.unformatted())
        .as("Format them with: ./mvnw -q -pl testkit -Pformat process-classes")
        .isEmpty();
  }
}
