package org.ronghe.platform.demo;

import org.ronghe.platform.facts.demo.DemoFirms;
import org.ronghe.platform.jobs.JobKind;
import org.ronghe.platform.jobs.JobRun;
import org.ronghe.platform.web.Saying;
import org.springframework.stereotype.Component;

/// Enters the firms of the invented city while the demo is already looked at.
@Component
class FirmsJob implements JobKind {
  static final String CODE = "demo.firms";

  private final DemoFirms firms;

  FirmsJob(DemoFirms firms) {
    this.firms = firms;
  }

  /// How many there are to be.
  record Input(int firms) {}

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public void run(JobRun run) throws InterruptedException {
    int wanted = run.input().path("firms").asInt(0);
    run.step("demo.firms.step");
    firms.load(
        wanted,
        (done, total) -> {
          run.at(done, total);
          if (Thread.interrupted()) {
            throw new InterruptedException();
          }
        });
    run.log(Saying.of("demo.firms.done", wanted));
    run.result("/organisations?kind=enterprise");
  }
}
