package org.ronghe.platform.exchange.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ronghe.platform.access.Actors;
import org.ronghe.platform.facts.Facts;
import org.ronghe.platform.facts.Identifiers;
import org.ronghe.platform.facts.Names;
import org.ronghe.platform.facts.NewFact;
import org.ronghe.platform.facts.NewIdentifier;
import org.ronghe.platform.facts.OrganisationKind;
import org.ronghe.platform.facts.OrganisationProfile;
import org.ronghe.platform.facts.Organisations;
import org.ronghe.platform.facts.Place;
import org.ronghe.platform.facts.Validity;
import org.ronghe.platform.facts.identifier.IdentifierScheme;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Rows become organisations, with their names as facts and their credit code.
@Component
class OrganisationImport implements ImportKind<OrganisationImport.Entry> {
  private static final Column KIND =
      Column.choice(
          "kind",
          "facts.organisation-kind.",
          Arrays.stream(OrganisationKind.values()).map(OrganisationKind::code).toList(),
          true);
  private static final List<Column> COLUMNS =
      List.of(
          Column.text("name_zh"),
          Column.text("name_en"),
          KIND,
          Column.text("uscc"),
          Column.text("economy"),
          Column.text("region"),
          Column.text("district"),
          Column.text("lat_degrees"),
          Column.text("lon_degrees"),
          Column.text("homepage"));
  private static final int LONGEST_NAME = 300;
  private static final int LONGEST_PLACE = 100;

  private final Organisations organisations;
  private final Identifiers identifiers;
  private final Facts facts;
  private final JdbcClient jdbc;

  OrganisationImport(
      Organisations organisations, Identifiers identifiers, Facts facts, JdbcClient jdbc) {
    this.organisations = organisations;
    this.identifiers = identifiers;
    this.facts = facts;
    this.jdbc = jdbc;
  }

  /// What a row becomes.
  record Entry(OrganisationProfile profile, String creditCode) {}

  @Override
  public String code() {
    return "organisations";
  }

  @Override
  public List<Column> columns() {
    return COLUMNS;
  }

  @Override
  public boolean allowed() {
    return Actors.current().writesAll();
  }

  @Override
  public List<Checked<Entry>> check(Pass pass, List<Line> lines) {
    Set<String> taken = taken(pass.table(), lines);
    var checked = new ArrayList<Checked<Entry>>();
    for (Line line : lines) {
      var cells = new Cells(pass.table(), line);
      Names names = cells.names("name_zh", "name_en", LONGEST_NAME);
      if (taken.contains(names.main()) || pass.knows("name", names.main())) {
        cells.fault(
            names.zh().isEmpty() ? "name_en" : "name_zh", "exchange.fault.there", names.main());
      }
      String kind = cells.choice(KIND);
      String code = cells.identifier("uscc", IdentifierScheme.USCC);
      if (!code.isEmpty() && (taken.contains(code) || pass.knows("uscc", code))) {
        cells.fault("uscc", "exchange.fault.there", code);
      }
      String economy = cells.identifier("economy", IdentifierScheme.COUNTRY);
      String region = cells.text("region", LONGEST_PLACE);
      String district = cells.text("district", LONGEST_PLACE);
      Double lat = cells.degrees("lat_degrees", 90);
      Double lon = cells.degrees("lon_degrees", 180);
      if ((lat == null) != (lon == null)) {
        cells.fault(lat == null ? "lat_degrees" : "lon_degrees", "exchange.fault.needed");
      }
      String homepage = cells.identifier("homepage", IdentifierScheme.URL);
      Entry entry = null;
      if (cells.faults().isEmpty()) {
        pass.remember("name", names.main());
        if (!code.isEmpty()) {
          pass.remember("uscc", code);
        }
        entry =
            new Entry(
                new OrganisationProfile(
                    names,
                    OrganisationKind.find(kind).orElseThrow(),
                    new Place(economy.isEmpty() ? "CN" : economy, region, district, lat, lon),
                    homepage,
                    "active"),
                code);
      }
      checked.add(new Checked<>(line, entry, cells.faults()));
    }
    return checked;
  }

  private Set<String> taken(Table table, List<Line> lines) {
    var words = new ArrayList<String>();
    for (Line line : lines) {
      words.add(table.value(line, "name_zh"));
      words.add(table.value(line, "name_en"));
      words.add(table.value(line, "uscc"));
    }
    return new HashSet<>(
        jdbc.sql(
                """
                SELECT name FROM organisation WHERE name COLLATE "C" = ANY (:words)
                UNION SELECT value FROM identifier WHERE scheme = 'uscc' AND value = ANY (:words) AND superseded = 0\
                """)
            .param("words", words.stream().filter(word -> !word.isEmpty()).toArray(String[]::new))
            .query(String.class)
            .list());
  }

  @Override
  public List<Long> enter(List<Entry> values, long run) {
    List<Long> ids = organisations.createAll(values.stream().map(Entry::profile).toList());
    var given = new ArrayList<NewFact>();
    var claims = new ArrayList<Identifiers.Claim>();
    String source = "import " + run;
    for (int i = 0; i < ids.size(); i++) {
      long id = ids.get(i);
      Entry entry = values.get(i);
      Map<String, String> names = new HashMap<>();
      names.put("registered_name", entry.profile().names().zh());
      names.put("registered_name_en", entry.profile().names().en());
      names.forEach((attribute, name) -> {
        if (!name.isEmpty()) {
          given.add(NewFact.of(id, attribute, name, Validity.always(), source));
        }
      });
      if (!entry.creditCode().isEmpty()) {
        claims.add(
            new Identifiers.Claim(id, NewIdentifier.of(IdentifierScheme.USCC, entry.creditCode())));
      }
    }
    identifiers.addAll(claims);
    var rejects = facts.recordAll(given).rejects();
    if (!rejects.isEmpty()) {
      throw new IllegalStateException("names that were checked were refused: " + rejects);
    }
    return ids;
  }
}
