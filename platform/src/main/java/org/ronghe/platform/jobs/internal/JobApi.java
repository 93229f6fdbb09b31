package org.ronghe.platform.jobs.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.access.Allow;
import org.ronghe.platform.access.Rule;
import org.ronghe.platform.jobs.Job;
import org.ronghe.platform.jobs.Jobs;
import org.ronghe.platform.text.Texts;
import org.ronghe.platform.web.ListQuery;
import org.ronghe.platform.web.Listing;
import org.ronghe.platform.web.RequestLanguage;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Jobs for programs.
@RestController
@RequestMapping("/api/v1/jobs")
@Tag(name = "jobs", description = "Background work: its state, progress and log")
class JobApi {
  private final Jobs jobs;
  private final RequestLanguage languages;

  JobApi(Jobs jobs, RequestLanguage languages) {
    this.jobs = jobs;
    this.languages = languages;
  }

  /// A job as programs see it.
  record JobView(
      long id,
      String kind,
      String subject,
      Job.Progress progress,
      @Nullable String result,
      @Nullable String problem,
      String starter,
      Job.Times times) {
    static JobView of(Job job, Texts texts) {
      var problem = job.problem();
      return new JobView(
          job.id(),
          job.kind(),
          job.subject(),
          job.progress(),
          job.result(),
          problem == null ? null : problem.in(texts),
          job.starter(),
          job.times());
    }
  }

  /// A line of the log.
  record LineView(int number, java.time.Instant at, String text) {}

  private Texts texts(HttpServletRequest request) {
    return Texts.in(languages.of(request));
  }

  @GetMapping
  @Allow(Rule.DATA)
  @Operation(summary = "Lists jobs, the newest first")
  Listing<JobView> list(ListQuery query, HttpServletRequest request) {
    Listing<Job> found = jobs.list(query);
    Texts texts = texts(request);
    return new Listing<>(
        found.meta(), found.results().stream().map(job -> JobView.of(job, texts)).toList());
  }

  @GetMapping("/{id}")
  @Allow(Rule.DATA)
  @Operation(summary = "Reads a job")
  JobView get(@PathVariable long id, HttpServletRequest request) {
    return JobView.of(jobs.get(id), texts(request));
  }

  @GetMapping("/{id}/lines")
  @Allow(Rule.DATA)
  @Operation(summary = "Reads a job's log")
  List<LineView> lines(@PathVariable long id, HttpServletRequest request) {
    Texts texts = texts(request);
    jobs.get(id);
    return jobs.lines(id).stream()
        .map(line -> new LineView(line.number(), line.at(), line.said().in(texts)))
        .toList();
  }

  @PostMapping("/{id}/cancel")
  @Allow(Rule.SIGNED_IN)
  @Operation(summary = "Asks a job to stop")
  JobView cancel(@PathVariable long id, HttpServletRequest request) {
    jobs.cancel(id);
    return JobView.of(jobs.get(id), texts(request));
  }

  @PostMapping("/{id}/repeat")
  @Allow(Rule.SIGNED_IN)
  @Operation(summary = "Starts a job that came to nothing once more")
  ResponseEntity<JobView> repeat(@PathVariable long id, HttpServletRequest request) {
    long again = jobs.repeat(id);
    return ResponseEntity.created(URI.create("/api/v1/jobs/" + again))
        .body(JobView.of(jobs.get(again), texts(request)));
  }
}
