package org.ronghe.platform.audit.internal;

import java.util.List;
import java.util.Map;
import org.ronghe.platform.access.Allow;
import org.ronghe.platform.access.Rule;
import org.ronghe.platform.audit.AuditEntry;
import org.ronghe.platform.audit.AuditLog;
import org.ronghe.platform.jobs.Jobs;
import org.ronghe.platform.web.Answer;
import org.ronghe.platform.web.Download;
import org.ronghe.platform.web.Listing;
import org.ronghe.platform.web.Page;
import org.ronghe.platform.web.Redirect;
import org.ronghe.platform.web.Room;
import org.ronghe.platform.web.View;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The audit log on screen.
@Controller
class AuditPages {
  private static final int ROWS = 50;
  private static final int MOST_EXPORTED = 1_000_000;

  private final AuditLog log;
  private final Jobs jobs;
  private final Differences differences;

  AuditPages(AuditLog log, Jobs jobs, Differences differences) {
    this.log = log;
    this.jobs = jobs;
    this.differences = differences;
  }

  @Bean
  static Room auditRoom() {
    return Room.inAdministration("/audit", "audit.room", 30, Rule.AUDITOR);
  }

  @GetMapping("/audit")
  @Allow(Rule.AUDITOR)
  Page list(View view) {
    Map<String, String> asked = view.request().query();
    List<AuditEntry> entries =
        log.newest(
            AuditForm.query(asked, view.shell().zone()),
            AuditForm.before(asked.get("cursor")),
            ROWS + 1);
    boolean more = entries.size() > ROWS;
    List<AuditEntry> shown = more ? entries.subList(0, ROWS) : entries;
    var meta = new Listing.Meta(null, ROWS, more ? Long.toString(shown.getLast().number()) : null);
    return Page.of(
        "audit/list.jte",
        new AuditList(view, shown.stream().map(differences::of).toList(), meta, log.subjects()));
  }

  @GetMapping("/audit/{number}")
  @Allow(Rule.AUDITOR)
  Page entry(View view, @PathVariable long number) {
    return Page.of("audit/entry.jte", new AuditPage(view, differences.of(log.get(number))));
  }

  @GetMapping("/audit/export")
  @Allow(Rule.AUDITOR)
  Answer export(View view, @RequestParam(defaultValue = "CSV") Download.Format format) {
    AuditLog.Query query = AuditForm.query(view.request().query(), view.shell().zone());
    List<Download.Column> columns =
        List.of(
                "number", "at", "account", "actor", "origin", "action", "subject", "key", "before",
                "after")
            .stream()
            .map(key -> new Download.Column(key, view.text("audit.column." + key)))
            .toList();
    log.event("export", "audit", "", view.request().query());
    return new Download(
        "audit",
        format,
        columns,
        rows -> log.export(query, MOST_EXPORTED, entry -> rows.accept(row(entry))));
  }

  @PostMapping("/audit/verify")
  @Allow(Rule.AUDITOR)
  Answer verify(View view) {
    long job =
        jobs.start(VerifyJob.CODE, view.text("audit.verify.subject", log.length()), Map.of());
    return Redirect.to("/jobs/" + job);
  }

  private static List<Object> row(AuditEntry entry) {
    var row = new java.util.ArrayList<Object>();
    row.add(entry.number());
    row.add(entry.at());
    row.add(entry.by().account());
    row.add(entry.by().name());
    row.add(entry.by().origin());
    row.add(entry.action());
    row.add(entry.subject());
    row.add(entry.subjectKey());
    row.add(entry.before());
    row.add(entry.after());
    return row;
  }
}
