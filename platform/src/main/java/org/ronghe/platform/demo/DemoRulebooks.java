package org.ronghe.platform.demo;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.ronghe.platform.facts.demo.DemoFirms;
import org.ronghe.platform.jobs.Jobs;
import org.ronghe.platform.rulebooks.CityTargets;
import org.ronghe.platform.rulebooks.TitleKey;
import org.ronghe.platform.text.Language;
import org.ronghe.platform.text.Texts;
import org.springframework.stereotype.Component;

/// What rulebooks are shown on: many firms, and the targets of a city.
@Component
class DemoRulebooks {
  private static final int LITTLE_GIANTS = 30;
  private static final int TRANSFORMATIONS = 500;

  private final DemoFirms firms;
  private final Jobs jobs;
  private final CityTargets targets;

  DemoRulebooks(DemoFirms firms, Jobs jobs, CityTargets targets) {
    this.firms = firms;
    this.jobs = jobs;
    this.targets = targets;
  }

  void growTo(int wanted, Language language) {
    int year = LocalDate.now(ZoneId.systemDefault()).getYear() + 1;
    targets.set(new TitleKey("cn-gradient-2026-2", "little-giant"), year, LITTLE_GIANTS);
    targets.set(
        new TitleKey("cn-wuhan-sme-digital-subsidy", "cn-wuhan-sme-digital-subsidy"),
        year,
        TRANSFORMATIONS);
    jobs.start(AssessmentsJob.CODE, Texts.in(language).text("demo.assessments.subject"), Map.of());
    if (firms.count() < wanted) {
      jobs.start(
          FirmsJob.CODE,
          Texts.in(language).text("demo.firms.subject", wanted),
          new FirmsJob.Input(wanted));
    }
  }
}
