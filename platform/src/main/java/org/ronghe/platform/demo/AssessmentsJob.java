package org.ronghe.platform.demo;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.access.Actors;
import org.ronghe.platform.access.Role;
import org.ronghe.platform.accounts.Accounts;
import org.ronghe.platform.digital.demo.DemoAssessments;
import org.ronghe.platform.facts.FactBlocks;
import org.ronghe.platform.facts.OrganisationKind;
import org.ronghe.platform.jobs.JobKind;
import org.ronghe.platform.jobs.JobRun;
import org.ronghe.platform.web.Saying;
import org.springframework.stereotype.Component;

/// Enters the assessments of the invented city while the demo is already looked at.
@Component
class AssessmentsJob implements JobKind {
  static final String CODE = "demo.assessments";

  private static final Actor DEMO = Actor.system("demo");

  private final DemoAssessments assessments;
  private final FactBlocks blocks;
  private final Accounts accounts;

  AssessmentsJob(DemoAssessments assessments, FactBlocks blocks, Accounts accounts) {
    this.assessments = assessments;
    this.blocks = blocks;
    this.accounts = accounts;
  }

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public void run(JobRun run) {
    run.step("demo.assessments.step");
    List<Long> firms =
        Actors.getAs(
            DEMO,
            () -> blocks.organisations(OrganisationKind.ENTERPRISE, 0, DemoAssessments.FIRMS));
    String name = DemoNode.name(Role.REVIEWER);
    Actors.getAs(DEMO, () -> accounts.findByName(name))
        .ifPresent(account ->
            assessments.load(
                firms,
                new Actor(
                    account.id(),
                    account.displayName(),
                    "demo",
                    Map.<Long, Set<Role>>of(),
                    Actor.Kind.PERSON)));
    run.log(Saying.of("demo.assessments.done", firms.size()));
    run.result("/digital");
  }
}
