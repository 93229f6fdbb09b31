package org.ronghe.platform.rulebooks.internal;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.jobs.Jobs;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Sets the operator's numbers and has firms judged by them: one firm within seconds, all as a job.
@Component
class ParameterDesk {
  private final Parameters parameters;
  private final Jobs jobs;

  ParameterDesk(Parameters parameters, Jobs jobs) {
    this.parameters = parameters;
    this.jobs = jobs;
  }

  /// What came of it.
  ///
  /// @param job in which all firms are judged anew; null where nothing changed for all
  record Done(int changed, @Nullable Long job) {}

  /// As [Parameters#set].
  ///
  /// @param subject of the job, to be read in a list
  @Transactional
  Done set(@Nullable Long organisation, Map<String, String> sent, String source, String subject) {
    int changed = parameters.set(organisation, sent, source);
    Long job =
        changed > 0 && organisation == null
            ? jobs.start(JudgeJob.CODE, subject, new JudgeJob.Input(""))
            : null;
    return new Done(changed, job);
  }
}
