package org.ronghe.platform.registry.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.ronghe.platform.facts.Names;
import org.ronghe.platform.matching.Offer;
import org.ronghe.platform.matching.OfferSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The catalogue for the matching: what is public of achievements, and nothing else.
@Component
class CatalogueOffers implements OfferSource {
  private static final TypeReference<List<Map<String, String>>> ROWS = new TypeReference<>() {};

  private final JdbcClient jdbc;

  CatalogueOffers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Offer> read(Collection<Long> ids) {
    return jdbc.sql(
            """
            SELECT achievement, title_zh, title_en, summary, keywords, industry, organisation,
              organisation_zh, organisation_en, people
            FROM catalogue_entry WHERE achievement = ANY (:ids) ORDER BY achievement\
            """)
        .param("ids", ids.toArray(Long[]::new))
        .query((row, _) -> offer(row))
        .list();
  }

  @Override
  public List<Long> after(long id, int most) {
    return jdbc.sql(
            """
            SELECT achievement FROM catalogue_entry WHERE achievement > :id
            ORDER BY achievement LIMIT :most\
            """)
        .param("id", id)
        .param("most", most)
        .query((row, _) -> row.getLong(1))
        .list();
  }

  private static Offer offer(ResultSet row) throws SQLException {
    List<Map<String, String>> people = JsonMapper.shared().readValue(row.getString("people"), ROWS);
    return new Offer(
        row.getLong("achievement"),
        new Names(row.getString("title_zh"), row.getString("title_en")),
        row.getString("summary"),
        Arrays.asList((String[]) row.getArray("keywords").getArray()),
        row.getString("industry"),
        row.getLong("organisation"),
        new Names(row.getString("organisation_zh"), row.getString("organisation_en")),
        people.stream()
            .map(person ->
                new Offer.Maker(
                    person.getOrDefault("name", "").strip(),
                    person.getOrDefault("organisation", "").strip()))
            .filter(maker -> !maker.name().isEmpty())
            .distinct()
            .toList());
  }
}
