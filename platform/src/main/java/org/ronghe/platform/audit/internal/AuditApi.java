package org.ronghe.platform.audit.internal;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.access.Allow;
import org.ronghe.platform.access.Rule;
import org.ronghe.platform.audit.AuditEntry;
import org.ronghe.platform.audit.AuditLog;
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

/// The audit log for programs.
@RestController
@RequestMapping("/api/v1/audit")
@Tag(name = "audit", description = "What was changed, by whom, before and after")
class AuditApi {
  private final AuditLog log;
  private final Jobs jobs;
  private final RequestLanguage languages;

  AuditApi(AuditLog log, Jobs jobs, RequestLanguage languages) {
    this.log = log;
    this.jobs = jobs;
    this.languages = languages;
  }

  /// An entry as the API gives it.
  record Entry(
      long number,
      Instant at,
      AuditEntry.By by,
      String action,
      String subject,
      String key,
      @JsonRawValue @Nullable String before,
      @JsonRawValue @Nullable String after) {
    static Entry of(AuditEntry entry) {
      return new Entry(
          entry.number(),
          entry.at(),
          entry.by(),
          entry.action(),
          entry.subject(),
          entry.subjectKey(),
          entry.before(),
          entry.after());
    }
  }

  @GetMapping
  @Allow(Rule.AUDITOR)
  @Operation(
      summary =
          "Lists entries, the newest first; filter by action, subject, key, account, at (a day in"
              + " UTC)")
  Listing<Entry> list(ListQuery query) {
    List<Entry> entries =
        log
            .newest(AuditForm.query(query), AuditForm.before(query.cursor()), query.perPage() + 1)
            .stream()
            .map(Entry::of)
            .toList();
    boolean more = entries.size() > query.perPage();
    List<Entry> shown = more ? entries.subList(0, query.perPage()) : entries;
    String next = more ? Long.toString(shown.getLast().number()) : null;
    return new Listing<>(new Listing.Meta(null, query.perPage(), next), shown);
  }

  @GetMapping("/{number}")
  @Allow(Rule.AUDITOR)
  @Operation(summary = "Reads an entry")
  Entry get(@PathVariable long number) {
    return Entry.of(log.get(number));
  }

  /// A job that was started.
  record Started(long job) {}

  @PostMapping("/verification")
  @Allow(Rule.AUDITOR)
  @Operation(summary = "Starts a job that checks the chain of the whole log")
  ResponseEntity<Started> verify(HttpServletRequest request) {
    String subject = Texts.in(languages.of(request)).text("audit.verify.subject", log.length());
    long job = jobs.start(VerifyJob.CODE, subject, Map.of());
    return ResponseEntity.accepted()
        .location(URI.create("/api/v1/jobs/" + job))
        .body(new Started(job));
  }
}
