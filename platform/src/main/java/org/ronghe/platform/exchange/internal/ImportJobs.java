package org.ronghe.platform.exchange.internal;

import org.ronghe.platform.exchange.ImportRun;
import org.ronghe.platform.jobs.JobKind;
import org.ronghe.platform.jobs.JobRun;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The two jobs of an import. One that takes, tried again after it was broken off, goes on.
@Configuration(proxyBeanMethods = false)
class ImportJobs {
  static final String CHECK = "exchange.check";
  static final String TAKE = "exchange.take";

  @Bean
  JobKind checkJob(ImportTable table, ImportWork work) {
    return new ImportJob(CHECK, "exchange.step.check", table, work::check);
  }

  @Bean
  JobKind takeJob(ImportTable table, ImportWork work) {
    return new ImportJob(TAKE, "exchange.step.take", table, work::take);
  }

  /// What is done with a file.
  private interface Step {
    void go(ImportRun run, JobRun job) throws InterruptedException;
  }

  private record ImportJob(String code, String stepKey, ImportTable table, Step step)
      implements JobKind {
    @Override
    public void run(JobRun job) throws InterruptedException {
      long id = job.input().path("run").asLong();
      ImportRun run = table.find(id).orElseThrow(() -> new NodeProblem(ProblemCode.NOT_FOUND));
      job.step(stepKey);
      step.go(run, job);
      job.result("/imports/" + id);
    }
  }
}
