package org.ronghe.platform.registry.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.registry.FilledForm;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who is named in forms, so that achievements are found by people and organisations. Called within
/// a transaction.
@Component
class Parties {
  private final JdbcClient jdbc;

  Parties(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A form and whose it is.
  record Named(long achievement, long keeper, FilledForm form) {}

  private record Party(
      Named of, String role, int place, String name, @Nullable String organisation) {}

  /// Writes anew who is named in these forms.
  ///
  /// @param fresh whether there is nothing to replace
  void write(List<Named> forms, boolean fresh) {
    if (!fresh) {
      jdbc.sql("DELETE FROM achievement_party WHERE achievement = ANY (:ids)")
          .param("ids", forms.stream().map(Named::achievement).toArray(Long[]::new))
          .update();
    }
    var parties = new ArrayList<Party>();
    forms.forEach(form -> add(form, parties));
    if (parties.isEmpty()) {
      return;
    }
    Map<String, Long> known = organisations(parties);
    jdbc.sql(
            """
            INSERT INTO achievement_party (achievement, role, place, name, keeper, organisation)
            SELECT * FROM unnest(:ids::bigint[], :roles::text[], :places::int[], :names::text[],
              :keepers::bigint[], :organisations::bigint[])\
            """)
        .param("ids", parties.stream().map(party -> party.of.achievement()).toArray(Long[]::new))
        .param("roles", parties.stream().map(Party::role).toArray(String[]::new))
        .param("places", parties.stream().map(Party::place).toArray(Integer[]::new))
        .param("names", parties.stream().map(Party::name).toArray(String[]::new))
        .param("keepers", parties.stream().map(party -> party.of.keeper()).toArray(Long[]::new))
        .param(
            "organisations",
            parties.stream().map(party -> known.get(party.organisation)).toArray(Long[]::new))
        .update();
  }

  private static void add(Named named, List<Party> parties) {
    FilledForm form = named.form();
    int contributors = form.rows("contributor");
    for (int i = 0; i < contributors; i++) {
      parties.add(
          new Party(
              named,
              "contributor",
              i + 1,
              form.value("contributor." + i + ".name"),
              form.value("contributor." + i + ".organisation")));
    }
    int holders = form.rows("holder");
    for (int i = 0; i < holders; i++) {
      String name = form.value("holder." + i + ".name");
      parties.add(new Party(named, "holder", i + 1, name, name));
    }
  }

  private Map<String, Long> organisations(List<Party> parties) {
    Set<String> names = new LinkedHashSet<>();
    parties.forEach(party -> names.add(party.organisation == null ? "" : party.organisation));
    return byName(names);
  }

  /// Organisations by their whole name, one in English or a former one; one of two with the same
  /// name is the older.
  Map<String, Long> byName(Set<String> names) {
    var found = new HashMap<String, Long>();
    jdbc.sql("SELECT word, id FROM organisations_named(:names)")
        .param("names", names.toArray(String[]::new))
        .query(row -> {
          found.put(row.getString("word"), row.getLong("id"));
        });
    return found;
  }
}
