package org.ronghe.platform.jobs.internal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.access.Allow;
import org.ronghe.platform.access.Rule;
import org.ronghe.platform.jobs.Job;
import org.ronghe.platform.jobs.Jobs;
import org.ronghe.platform.web.Answer;
import org.ronghe.platform.web.Download;
import org.ronghe.platform.web.Download.Column;
import org.ronghe.platform.web.ListQuery;
import org.ronghe.platform.web.Page;
import org.ronghe.platform.web.Redirect;
import org.ronghe.platform.web.Room;
import org.ronghe.platform.web.Saying;
import org.ronghe.platform.web.View;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Jobs on screen. A page of a job that is under way asks for itself again every second.
@Controller
class JobPages {
  private final Jobs jobs;

  JobPages(Jobs jobs) {
    this.jobs = jobs;
  }

  @Bean
  static Room jobsRoom() {
    return Room.inAdministration("/jobs", "jobs.room", 40, Rule.SIGNED_IN);
  }

  @GetMapping("/jobs")
  @Allow(Rule.SIGNED_IN)
  Page list(View view, ListQuery query) {
    return Page.of("jobs/list.jte", new JobList(view, jobs.list(query)));
  }

  @GetMapping("/jobs/export")
  @Allow(Rule.SIGNED_IN)
  Answer export(View view, ListQuery query, @RequestParam Download.Format format) {
    List<Column> columns =
        List.of(
            new Column("id", view.text("web.export.number")),
            new Column("kind", view.text("jobs.what")),
            new Column("subject", view.text("jobs.subject")),
            new Column("state", view.text("jobs.state")),
            new Column("starter", view.text("jobs.starter")),
            new Column("created", view.text("jobs.created")),
            new Column("finished", view.text("jobs.finished")),
            new Column("problem", view.text("jobs.problem")));
    return Download.of("jobs", format, columns, query, jobs::list, job -> cells(view, job));
  }

  private static List<@Nullable Object> cells(View view, Job job) {
    var cells = new ArrayList<@Nullable Object>();
    cells.add(job.id());
    cells.add(view.text("jobs.kind." + job.kind()));
    cells.add(job.subject());
    cells.add(job.state().code());
    cells.add(job.starter());
    cells.add(job.times().created());
    cells.add(job.times().finished());
    Saying problem = job.problem();
    cells.add(problem == null ? "" : problem.in(view.texts()));
    return cells;
  }

  @GetMapping("/jobs/{id}")
  @Allow(Rule.SIGNED_IN)
  Page job(View view, @PathVariable long id) {
    Job job = jobs.get(id);
    String template = view.request().partial() ? "jobs/part.jte" : "jobs/job.jte";
    return Page.of(template, new JobPage(view, job, jobs.lines(id)));
  }

  @PostMapping("/jobs/{id}/cancel")
  @Allow(Rule.SIGNED_IN)
  Answer cancel(@PathVariable long id) {
    jobs.cancel(id);
    return Redirect.done("/jobs/" + id, "jobs.cancelled");
  }

  @PostMapping("/jobs/{id}/repeat")
  @Allow(Rule.SIGNED_IN)
  Answer repeat(@PathVariable long id) {
    return Redirect.done("/jobs/" + jobs.repeat(id), "jobs.repeated");
  }
}
