package org.ronghe.platform.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimitTest {
  private static final long SECOND = 1_000_000_000;

  private final AtomicLong clock = new AtomicLong();
  private final RateLimit limit = new RateLimit(60, clock::get);

  @Test
  void soManyAtOnceAndThenOneASecond() {
    for (int i = 0; i < 60; i++) {
      assertThat(limit.take("a")).isZero();
    }
    assertThat(limit.take("a")).isEqualTo(1);
    clock.addAndGet(SECOND);
    assertThat(limit.take("a")).isZero();
    assertThat(limit.take("a")).isEqualTo(1);
  }

  @Test
  void oneAskerDoesNotUseUpAnothers() {
    for (int i = 0; i < 70; i++) {
      limit.take("a");
    }
    assertThat(limit.take("b")).isZero();
  }

  @Test
  void aQuietMinuteFillsUpAndNoMore() {
    for (int i = 0; i < 60; i++) {
      limit.take("a");
    }
    clock.addAndGet(3600 * SECOND);
    int taken = 0;
    while (limit.take("a") == 0) {
      taken++;
    }
    assertThat(taken).isEqualTo(60);
  }
}
