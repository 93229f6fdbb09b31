package org.ronghe.platform.exchange.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ronghe.platform.facts.Identifiers;
import org.ronghe.platform.facts.Names;
import org.ronghe.platform.facts.NewIdentifier;
import org.ronghe.platform.facts.People;
import org.ronghe.platform.facts.PersonKind;
import org.ronghe.platform.facts.PersonProfile;
import org.ronghe.platform.facts.identifier.IdentifierScheme;
import org.springframework.stereotype.Component;

/// Rows become people, with their ORCID.
@Component
class PersonImport implements ImportKind<PersonImport.Entry> {
  private static final Column KIND =
      Column.choice(
          "kind",
          "facts.person-kind.",
          Arrays.stream(PersonKind.values()).map(PersonKind::code).toList(),
          true);
  private static final List<Column> COLUMNS =
      List.of(
          Column.text("name_zh"),
          Column.text("name_en"),
          KIND,
          Column.text("organisation"),
          Column.text("orcid"),
          Column.text("homepage"));

  private final People people;
  private final Identifiers identifiers;
  private final KnownOrganisations organisations;

  PersonImport(People people, Identifiers identifiers, KnownOrganisations organisations) {
    this.people = people;
    this.identifiers = identifiers;
    this.organisations = organisations;
  }

  /// What a row becomes.
  record Entry(PersonProfile profile, String orcid) {}

  @Override
  public String code() {
    return "people";
  }

  @Override
  public List<Column> columns() {
    return COLUMNS;
  }

  @Override
  public List<Checked<Entry>> check(Pass pass, List<Line> lines) {
    Keepers keepers = organisations.keepers(pass, lines);
    var checked = new ArrayList<Checked<Entry>>();
    for (Line line : lines) {
      var cells = new Cells(pass.table(), line);
      var names = new Names(cells.text("name_zh"), cells.text("name_en"));
      if (names.main().isEmpty()) {
        cells.fault("name_zh", "exchange.fault.needed");
      }
      String kind = cells.choice(KIND);
      Long keeper = keepers.of(cells);
      String orcid = cells.identifier("orcid", IdentifierScheme.ORCID);
      boolean there =
          !orcid.isEmpty()
              && (pass.repeats("orcid", orcid)
                  || identifiers.findSubject(IdentifierScheme.ORCID, orcid).isPresent());
      if (there) {
        cells.fault("orcid", "exchange.fault.there", orcid);
      }
      String homepage = cells.identifier("homepage", IdentifierScheme.URL);
      checked.add(
          new Checked<>(
              line,
              cells.faults().isEmpty()
                  ? new Entry(
                      new PersonProfile(
                          names, PersonKind.find(kind).orElseThrow(), keeper, homepage, "active"),
                      orcid)
                  : null,
              cells.faults()));
    }
    return checked;
  }

  @Override
  public List<Long> enter(List<Entry> values, long run) {
    var ids = new ArrayList<Long>();
    for (Entry entry : values) {
      long id = people.create(entry.profile()).id();
      if (!entry.orcid().isEmpty()) {
        identifiers.add(id, NewIdentifier.of(IdentifierScheme.ORCID, entry.orcid()));
      }
      ids.add(id);
    }
    return ids;
  }
}
