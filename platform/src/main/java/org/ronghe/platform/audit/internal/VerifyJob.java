package org.ronghe.platform.audit.internal;

import org.ronghe.platform.audit.AuditChain;
import org.ronghe.platform.audit.AuditLog;
import org.ronghe.platform.jobs.JobKind;
import org.ronghe.platform.jobs.JobRun;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.web.Saying;
import org.springframework.stereotype.Component;

/// Checks the chain of the whole log in the background.
@Component
class VerifyJob implements JobKind {
  static final String CODE = "audit.verify";

  private final AuditLog log;

  VerifyJob(AuditLog log) {
    this.log = log;
  }

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public void run(JobRun run) {
    run.step("audit.verify.step");
    long all = log.length();
    switch (log.verify(null, number -> run.at(number, all))) {
      case AuditChain.Whole whole -> {
        run.log(Saying.of("audit.verify.whole", whole.entries(), whole.hash()));
        run.result("/audit");
      }
      case AuditChain.Broken broken ->
          throw new NodeProblem(
              ProblemCode.CONFLICT,
              Saying.of(
                  "audit.verify."
                      + broken.how().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                  broken.number()));
    }
  }
}
