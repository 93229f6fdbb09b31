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

/// People of the fact base.
@Component
final class PersonSource implements SearchSource {
  private static final String COLUMNS =
      """
      SELECT p.id, p.name_zh, p.name_en, o.name_zh AS organisation_zh, o.name_en AS organisation_en,
        (SELECT array_agg(i.value) FROM identifier i
          WHERE i.subject = p.id AND i.superseded = 0) AS identifiers
      FROM person p LEFT JOIN organisation o ON o.id = p.organisation
      """;

  private final JdbcClient jdbc;

  PersonSource(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public SearchKind kind() {
    return SearchKind.PERSON;
  }

  @Override
  public Reading read(Collection<Long> ids) {
    List<SearchDocument> documents =
        jdbc.sql(COLUMNS + "WHERE p.id = ANY (:ids)")
            .param("ids", ids.toArray(Long[]::new))
            .query((row, _) -> document(row))
            .list();
    return new Reading(documents, new HashSet<>(ids));
  }

  @Override
  public List<SearchDocument> after(long id, int most) {
    return jdbc.sql(COLUMNS + "WHERE p.id > :id ORDER BY p.id LIMIT :most")
        .param("id", id)
        .param("most", most)
        .query((row, _) -> document(row))
        .list();
  }

  private static SearchDocument document(ResultSet row) throws SQLException {
    var names = new ArrayList<SearchName>();
    SubjectRows.addName(names, row.getString("name_zh"), "zh", true);
    SubjectRows.addName(names, row.getString("name_en"), "en", true);
    var places = new ArrayList<SearchName>();
    SubjectRows.addName(places, row.getString("organisation_zh"), "zh", true);
    SubjectRows.addName(places, row.getString("organisation_en"), "en", true);
    return new SearchDocument(
        SearchKind.PERSON,
        row.getLong("id"),
        names,
        SubjectRows.texts(row, "identifiers"),
        places,
        "",
        Set.of(SearchDocument.EVERYONE));
  }
}
