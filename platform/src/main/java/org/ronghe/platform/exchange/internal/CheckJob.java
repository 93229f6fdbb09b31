package org.ronghe.platform.exchange.internal;

import org.ronghe.platform.exchange.ImportRun;
import org.ronghe.platform.jobs.JobKind;
import org.ronghe.platform.jobs.JobRun;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.springframework.stereotype.Component;

/// Checks a file as a job: nothing is entered.
@Component
class CheckJob implements JobKind {
  static final String CODE = "exchange.check";

  private final ImportTable table;
  private final ImportWork work;

  CheckJob(ImportTable table, ImportWork work) {
    this.table = table;
    this.work = work;
  }

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public void run(JobRun job) throws InterruptedException {
    long id = job.input().path("run").asLong();
    ImportRun run = table.find(id).orElseThrow(() -> new NodeProblem(ProblemCode.NOT_FOUND));
    job.step("exchange.step.check");
    work.check(run, job);
    job.result("/imports/" + id);
  }
}
