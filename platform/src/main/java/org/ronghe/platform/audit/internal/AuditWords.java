package org.ronghe.platform.audit.internal;

import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.audit.AuditEntry;
import org.ronghe.platform.text.Texts;
import org.ronghe.platform.web.View;

/// What the log's actions, tables and columns are called, for people. What has no name among the
/// texts is called as in the database, so that nothing is hidden.
public final class AuditWords {
  /// Every action there is, as they stand in the log.
  public static final List<String> ACTIONS =
      List.of(
          "insert",
          "update",
          "delete",
          "sign-in",
          "sign-in-refused",
          "sign-out",
          "start",
          "cancel",
          "export",
          "backup");

  private static final Map<String, String> ROOMS =
      Map.of(
          "achievement", "/achievements/",
          "organisation", "/organisations/",
          "person", "/people/",
          "work", "/works/",
          "merge", "/merges/",
          "ranking", "/rankings/",
          "job", "/jobs/",
          "account", "/accounts/");

  /// Pages that everybody who reads the log may open.
  private static final Set<String> OPEN =
      Set.of("organisation", "person", "work", "ranking", "account");

  private static final Pattern MOMENT =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d.*");

  private AuditWords() {}

  /// An action, such as `update` or `sign-in`.
  public static String action(Texts texts, String action) {
    return word(texts, "audit.action." + action, action);
  }

  /// What an entry is about: a table, or what an event concerns.
  public static String subject(Texts texts, String subject) {
    return word(texts, "audit.subject." + subject.replace('_', '-'), subject);
  }

  /// A column, or a detail of an event.
  public static String value(Texts texts, String name) {
    return word(texts, "audit.value." + name.replace('_', '-'), name);
  }

  /// The page of what an entry is about; null where there is none, or none for this reader.
  public static @Nullable String href(Actor reader, AuditEntry entry) {
    String room = ROOMS.get(entry.subject());
    boolean open = OPEN.contains(entry.subject()) || reader.readsAll();
    boolean there = room != null && open && entry.subjectKey().matches("[0-9]+");
    return there ? room + entry.subjectKey() : null;
  }

  /// A value as people read it: moments in the reader's zone, all else as it is.
  public static String shown(View view, String value) {
    if (!MOMENT.matcher(value).matches()) {
      return value;
    }
    try {
      return view.seconds(OffsetDateTime.parse(value).toInstant());
    } catch (DateTimeParseException e) {
      return value;
    }
  }

  private static String word(Texts texts, String key, String otherwise) {
    return texts.has(key) ? texts.text(key) : otherwise;
  }
}
