package org.ronghe.platform.audit.internal;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.access.Allow;
import org.ronghe.platform.access.Rule;
import org.ronghe.platform.audit.AuditEntry;
import org.ronghe.platform.audit.AuditLog;
import org.ronghe.platform.web.ListQuery;
import org.ronghe.platform.web.Listing;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The audit log by API.
@RestController
class AuditApi {
  private final AuditLog log;

  AuditApi(AuditLog log) {
    this.log = log;
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

  /// Entries, the newest first.
  @GetMapping("/api/v1/audit")
  @Allow(Rule.AUDITOR)
  Listing<Entry> list(
      ListQuery query,
      @RequestParam(defaultValue = "") String action,
      @RequestParam(defaultValue = "") String subject,
      @RequestParam(defaultValue = "") String key,
      @RequestParam(defaultValue = "") String account,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to) {
    var asked =
        java.util.Map.of(
            "action", action,
            "subject", subject,
            "key", key,
            "account", account,
            "from", from,
            "to", to,
            "q", query.search());
    List<Entry> entries =
        log
            .newest(
                AuditForm.query(asked, ZoneOffset.UTC),
                AuditForm.before(query.cursor()),
                query.perPage() + 1)
            .stream()
            .map(Entry::of)
            .toList();
    boolean more = entries.size() > query.perPage();
    List<Entry> shown = more ? entries.subList(0, query.perPage()) : entries;
    String next = more ? Long.toString(shown.getLast().number()) : null;
    return new Listing<>(new Listing.Meta(null, query.perPage(), next), shown);
  }
}
