package org.ronghe.platform.rulebooks.internal;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import org.ronghe.platform.jobs.JobKind;
import org.ronghe.platform.jobs.JobRun;
import org.ronghe.platform.web.Saying;
import org.springframework.stereotype.Component;

/// Judges every firm by every rulebook in force: every night, and whenever an officer asks.
@Component
class JudgeJob implements JobKind {
  static final String CODE = "rulebooks.judge";

  private final CityJudge city;

  JudgeJob(CityJudge city) {
    this.city = city;
  }

  /// What it is asked to do.
  ///
  /// @param asOf the day, as text; empty for the day it runs
  /// @param after goes on behind the firm of this id, where a run before was broken off; 0 for all
  record Input(String asOf, long after) {
    /// All firms.
    Input(String asOf) {
      this(asOf, 0);
    }
  }

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public void run(JobRun run) throws InterruptedException {
    String asked = run.input().path("asOf").asString("");
    LocalDate asOf =
        asked.isEmpty() ? LocalDate.now(ZoneId.systemDefault()) : LocalDate.parse(asked);
    run.step("rulebooks.judge.step");
    long began = System.nanoTime();
    long firms = city.all(asOf, run.input().path("after").asLong(0), run::at);
    long seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds();
    run.log(Saying.of("rulebooks.judge.done", firms, city.titles().size(), seconds));
    run.result("/titles");
  }
}
