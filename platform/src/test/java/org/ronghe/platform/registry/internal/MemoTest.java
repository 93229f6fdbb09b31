package org.ronghe.platform.registry.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class MemoTest {
  private final AtomicLong stamp = new AtomicLong();
  private final AtomicInteger made = new AtomicInteger();
  private final AtomicLong passed = new AtomicLong();
  private final Memo<Integer> memo = new Memo<>(Duration.ofMinutes(1), stamp::get, new Hand());

  /// A clock that is put forward by hand.
  private final class Hand extends Clock {
    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return Instant.ofEpochSecond(passed.get());
    }
  }

  private int get() {
    return memo.get("key", made::incrementAndGet);
  }

  private void pass(Duration time) {
    passed.addAndGet(time.toSeconds());
  }

  @Test
  void whatHasNotChangedIsNotMadeAgainHoweverOldItIs() {
    assertThat(get()).isEqualTo(1);
    pass(Duration.ofHours(3));
    assertThat(get()).isEqualTo(1);
    assertThat(made).hasValue(1);
  }

  @Test
  void whatHasChangedIsToldAnewOnceItIsOld() {
    assertThat(get()).isEqualTo(1);
    stamp.incrementAndGet();
    assertThat(get()).as("fresh").isEqualTo(1);
    pass(Duration.ofHours(1));
    assertThat(get()).isEqualTo(2);
  }

  @Test
  void whatIsNoLongerFreshIsMadeBeside() throws InterruptedException {
    var made = new CountDownLatch(1);
    assertThat(memo.get("beside", () -> 7)).isEqualTo(7);
    stamp.incrementAndGet();
    pass(Duration.ofMinutes(2));
    int given =
        memo.get(
            "beside",
            () -> {
              made.countDown();
              return 8;
            });
    assertThat(given).as("nobody waits").isEqualTo(7);
    assertThat(made.await(30, TimeUnit.SECONDS)).isTrue();
    for (int i = 0; i < 3000 && memo.get("beside", () -> 9) == 7; i++) {
      Thread.sleep(10);
    }
    assertThat(memo.get("beside", () -> 9)).isEqualTo(8);
  }

  @Test
  void ofManyWhoAskAtOnceOneMakesTheAnswer() throws Exception {
    var asked = new CountDownLatch(20);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 20; i++) {
        var _ =
            threads.submit(() -> {
              asked.countDown();
              return memo.get(
                  "many",
                  () -> {
                    try {
                      assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();
                    } catch (InterruptedException e) {
                      throw new IllegalStateException(e);
                    }
                    return made.incrementAndGet();
                  });
            });
      }
    }
    assertThat(made).hasValue(1);
  }

  @Test
  void aFailureIsToldAndNotKept() {
    assertThatThrownBy(() ->
            memo.get(
                "key",
                () -> {
                  throw new IllegalStateException("no");
                }))
        .hasMessage("no");
    assertThat(get()).isEqualTo(1);
  }
}
