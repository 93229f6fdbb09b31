package org.ronghe.platform.registry.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ronghe.platform.registry.FilledForm;
import org.ronghe.platform.search.SearchDocument;
import org.ronghe.platform.search.SearchKind;
import org.ronghe.platform.search.SearchName;
import org.ronghe.platform.search.SearchSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Achievements for the search: by title, keyword, contributor, number. What is not public is found
/// by the organisation's own people and by those who read everything.
@Component
class AchievementSource implements SearchSource {
  private static final int MOST_IDENTIFIERS = 50;
  private static final int MOST_PEOPLE = 20;
  private static final String SELECT =
      "SELECT a.id, a.organisation, a.form, a.number, a.open FROM achievement a ";

  private final JdbcClient jdbc;

  AchievementSource(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public SearchKind kind() {
    return SearchKind.ACHIEVEMENT;
  }

  @Override
  public Reading read(Collection<Long> ids) {
    List<SearchDocument> documents =
        jdbc.sql(SELECT + "WHERE a.id = ANY (:ids) AND a.title <> ''")
            .param("ids", ids.toArray(Long[]::new))
            .query((row, _) -> document(row))
            .list();
    return new Reading(documents, new HashSet<>(ids));
  }

  @Override
  public List<SearchDocument> after(long id, int most) {
    return jdbc.sql(SELECT + "WHERE a.id > :id AND a.title <> '' ORDER BY a.id LIMIT :most")
        .param("id", id)
        .param("most", most)
        .query((row, _) -> document(row))
        .list();
  }

  private static SearchDocument document(ResultSet row) throws SQLException {
    FilledForm form = AchievementRows.form(row, "form");
    var names = new ArrayList<SearchName>();
    add(names, form.value("title_zh"), "zh", true);
    add(names, form.value("title_en"), "en", true);
    for (String keyword : FormReader.keywords(form.value("keywords"))) {
      add(names, keyword, "", false);
    }
    var people = new ArrayList<SearchName>();
    int contributors = Math.min(MOST_PEOPLE, form.rows("contributor"));
    for (int i = 0; i < contributors; i++) {
      add(people, form.value("contributor." + i + ".name"), "", true);
    }
    var identifiers = new ArrayList<String>();
    String number = row.getString("number");
    if (number != null) {
      identifiers.add(number);
    }
    int rights = Math.min(MOST_IDENTIFIERS, form.rows("right"));
    for (int i = 0; i < rights; i++) {
      String right = form.value("right." + i + ".number");
      if (!right.isEmpty()) {
        identifiers.add(right);
      }
    }
    return new SearchDocument(
        SearchKind.ACHIEVEMENT,
        row.getLong("id"),
        names,
        identifiers,
        people,
        form.value("work_class"),
        row.getBoolean("open")
            ? Set.of(SearchDocument.EVERYONE, SearchDocument.PUBLIC)
            : Set.of("organisation:" + row.getLong("organisation"), SearchDocument.READERS_OF_ALL));
  }

  private static void add(List<SearchName> names, String text, String language, boolean main) {
    if (!text.isBlank()) {
      names.add(new SearchName(text, language, main));
    }
  }
}
