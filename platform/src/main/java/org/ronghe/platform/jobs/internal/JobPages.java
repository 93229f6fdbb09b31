package org.ronghe.platform.jobs.internal;

import org.ronghe.platform.access.Allow;
import org.ronghe.platform.access.Rule;
import org.ronghe.platform.jobs.Job;
import org.ronghe.platform.jobs.Jobs;
import org.ronghe.platform.web.Answer;
import org.ronghe.platform.web.ListQuery;
import org.ronghe.platform.web.Page;
import org.ronghe.platform.web.Redirect;
import org.ronghe.platform.web.Room;
import org.ronghe.platform.web.View;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

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
