package org.ronghe.platform.search.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ronghe.platform.search.SearchDocument;
import org.ronghe.platform.search.SearchKind;
import org.ronghe.platform.search.SearchName;
import org.ronghe.platform.search.SearchSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Organisations of the fact base. One that was merged into another is found as that other, by its
/// old names and identifiers as well.
@Component
final class OrganisationSource implements SearchSource {
  private static final String COLUMNS =
      """
      SELECT o.id, o.name_zh, o.name_en, o.kind, o.region, o.district,
        (SELECT array_agg(m.name_zh ORDER BY m.id) FROM organisation m
          WHERE m.id = ANY (family) AND m.id <> o.id AND m.name_zh <> '') AS others_zh,
        (SELECT array_agg(m.name_en ORDER BY m.id) FROM organisation m
          WHERE m.id = ANY (family) AND m.id <> o.id AND m.name_en <> '') AS others_en,
        (SELECT array_agg(a.name ORDER BY a.organisation, a.key) FROM organisation_other_name a
          WHERE a.organisation = ANY (family) AND a.former) AS formers,
        (SELECT array_agg(DISTINCT i.value) FROM identifier i
          WHERE i.subject = ANY (family) AND i.superseded = 0) AS identifiers
      FROM organisation o CROSS JOIN LATERAL (
        SELECT CASE WHEN EXISTS (SELECT FROM merge g WHERE g.survivor = o.id AND g.in_force @> now())
          THEN organisations_merged_with(ARRAY[o.id]) ELSE ARRAY[o.id] END AS family) AS f
      WHERE NOT EXISTS (SELECT FROM merge g WHERE g.merged = o.id AND g.in_force @> now())
      """;

  private final JdbcClient jdbc;

  OrganisationSource(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public SearchKind kind() {
    return SearchKind.ORGANISATION;
  }

  @Override
  public Reading read(Collection<Long> ids) {
    Set<Long> family =
        new HashSet<>(
            jdbc.sql("SELECT unnest(organisations_merged_with(:ids))")
                .param("ids", ids.toArray(Long[]::new))
                .query(Long.class)
                .list());
    List<SearchDocument> documents =
        jdbc.sql(COLUMNS + "AND o.id = ANY (:ids)")
            .param("ids", family.toArray(Long[]::new))
            .query((row, _) -> document(row))
            .list();
    return new Reading(documents, family);
  }

  @Override
  public List<SearchDocument> after(long id, int most) {
    return jdbc.sql(COLUMNS + "AND o.id > :id ORDER BY o.id LIMIT :most")
        .param("id", id)
        .param("most", most)
        .query((row, _) -> document(row))
        .list();
  }

  private static SearchDocument document(ResultSet row) throws SQLException {
    var names = new ArrayList<SearchName>();
    SubjectRows.addName(names, row.getString("name_zh"), "zh", true);
    SubjectRows.addName(names, row.getString("name_en"), "en", true);
    for (String other : SubjectRows.texts(row, "others_zh")) {
      SubjectRows.addName(names, other, "zh", false);
    }
    for (String other : SubjectRows.texts(row, "others_en")) {
      SubjectRows.addName(names, other, "en", false);
    }
    for (String former : SubjectRows.texts(row, "formers")) {
      SubjectRows.addName(names, former, "", false);
    }
    var places = new ArrayList<SearchName>();
    SubjectRows.addName(places, row.getString("district"), "", true);
    SubjectRows.addName(places, row.getString("region"), "", true);
    return new SearchDocument(
        SearchKind.ORGANISATION,
        row.getLong("id"),
        names,
        SubjectRows.texts(row, "identifiers"),
        places,
        row.getString("kind"),
        Set.of(SearchDocument.EVERYONE));
  }
}
