package org.ronghe.platform.facts.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.facts.Fact;
import org.ronghe.platform.facts.Names;
import org.ronghe.platform.facts.dictionary.SubjectKind;
import org.ronghe.platform.facts.identifier.IdentifierCheck;
import org.ronghe.platform.facts.identifier.IdentifierScheme;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Subjects of any kind by number, name or identifier, as pages name them.
@Component
class SubjectHeads {
  private static final int MOST_NAMESAKES = 5;
  private static final Pattern NUMBERED =
      Pattern.compile("(?:(?<name>.+) \\()?(?<number>[1-9][0-9]{0,17})\\)?");
  private static final String SELECT =
      """
      SELECT s.id, s.kind, s.owner, coalesce(o.name_zh, p.name_zh, w.name_zh) AS zh,
        coalesce(o.name_en, p.name_en, w.name_en) AS en
      FROM subject s LEFT JOIN organisation o ON o.id = s.id LEFT JOIN person p ON p.id = s.id
        LEFT JOIN work w ON w.id = s.id\
      """;

  private final JdbcClient jdbc;
  private final SubjectRows subjects;

  SubjectHeads(JdbcClient jdbc, SubjectRows subjects) {
    this.jdbc = jdbc;
    this.subjects = subjects;
  }

  /// The subject of that kind and number.
  ///
  /// @throws NodeProblem NOT_FOUND
  @Transactional(readOnly = true)
  SubjectHead get(SubjectKind kind, long id) {
    return Optional.ofNullable(find(List.of(id)).get(id))
        .filter(head -> head.kind() == kind)
        .orElseThrow(() -> new NodeProblem(ProblemCode.NOT_FOUND));
  }

  /// Subjects by number; those that are not there are left out.
  @Transactional(readOnly = true)
  Map<Long, SubjectHead> find(Collection<Long> ids) {
    var found = new LinkedHashMap<Long, SubjectHead>();
    if (ids.isEmpty()) {
      return found;
    }
    var rights = subjects.find(ids);
    jdbc.sql(SELECT + " WHERE s.id = ANY (:ids)")
        .param("ids", ids.toArray(Long[]::new))
        .query(row -> {
          long id = row.getLong("id");
          var right = rights.get(id);
          found.put(
              id,
              new SubjectHead(
                  id,
                  SubjectKind.valueOf(row.getString("kind").toUpperCase(java.util.Locale.ROOT)),
                  new Names(row.getString("zh"), row.getString("en")),
                  FactRows.id(row, "owner"),
                  right != null && right.writable()));
        });
    return found;
  }

  /// A fact of a subject, or of what is read as one with it.
  ///
  /// @throws NodeProblem NOT_FOUND
  @Transactional(readOnly = true)
  Fact demandOf(SubjectHead head, Optional<Fact> fact) {
    return fact.filter(f -> List.of(subjects.family(head.id(), null)).contains(f.subject()))
        .orElseThrow(() -> new NodeProblem(ProblemCode.NOT_FOUND));
  }

  private static boolean isCalled(SubjectHead head, @Nullable String name) {
    return name == null || name.equals(head.names().zh()) || name.equals(head.names().en());
  }

  /// What is meant by a text: a number, a name with its number in brackets, an identifier, or
  /// exactly a name; an organisation also by a former name, or one that differs in width, case and
  /// blanks.
  ///
  /// @return all that could be meant
  @Transactional(readOnly = true)
  List<SubjectHead> meant(SubjectKind kind, String text) {
    String plain = text.strip();
    Matcher numbered = NUMBERED.matcher(plain);
    if (numbered.matches()) {
      String name = numbered.group("name");
      var byNumber = find(List.of(Long.parseLong(numbered.group("number"))));
      byNumber.values().removeIf(head -> head.kind() != kind || !isCalled(head, name));
      if (!byNumber.isEmpty()) {
        return List.copyOf(byNumber.values());
      }
    }
    var ids = new ArrayList<Long>();
    for (IdentifierScheme scheme : kind.schemes()) {
      if (scheme.check(plain) instanceof IdentifierCheck.Valid(String normal)) {
        ids.addAll(
            jdbc.sql(
                    """
                    SELECT organisation_survivor(subject) FROM identifier
                    WHERE scheme = :scheme AND value = :value AND superseded = 0\
                    """)
                .param("scheme", scheme.key())
                .param("value", normal)
                .query(SubjectRows.ID)
                .list());
      }
    }
    if (ids.isEmpty() && !plain.isEmpty()) {
      ids.addAll(
          jdbc.sql(
                  "SELECT id FROM "
                      + kind.code()
                      + " WHERE name COLLATE \"C\" = :name OR name_en = :name ORDER BY id LIMIT "
                      + MOST_NAMESAKES)
              .param("name", plain)
              .query(SubjectRows.ID)
              .list());
    }
    if (ids.isEmpty() && kind == SubjectKind.ORGANISATION && !plain.isEmpty()) {
      ids.addAll(
          jdbc.sql(
                  "SELECT DISTINCT organisation_survivor(organisation) FROM organisation_other_name"
                      + " WHERE key = organisation_name_key(:name) ORDER BY 1 LIMIT "
                      + MOST_NAMESAKES)
              .param("name", plain)
              .query(SubjectRows.ID)
              .list());
    }
    return find(ids).values().stream().filter(head -> head.kind() == kind).toList();
  }

  /// The reader's own organisations, those they may enter facts about first. What was merged is
  /// read as part of its survivor.
  @Transactional(readOnly = true)
  List<SubjectHead> own(Actor actor) {
    List<Long> standing =
        jdbc.sql(
                "SELECT id FROM unnest(CAST(:ids AS bigint[])) AS id WHERE"
                    + " organisation_survivor(id) = id")
            .param("ids", actor.roles().keySet().toArray(Long[]::new))
            .query(SubjectRows.ID)
            .list();
    return find(standing).values().stream()
        .filter(head -> head.kind() == SubjectKind.ORGANISATION)
        .sorted(java.util.Comparator.comparing(head -> !head.writable()))
        .toList();
  }
}
