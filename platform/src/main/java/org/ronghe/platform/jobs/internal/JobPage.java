package org.ronghe.platform.jobs.internal;

import java.util.List;
import org.ronghe.platform.jobs.Job;
import org.ronghe.platform.jobs.JobLine;
import org.ronghe.platform.web.View;

/// What the page of a job shows.
public record JobPage(View view, Job job, List<JobLine> lines) {
  public JobPage {
    lines = List.copyOf(lines);
  }
}
