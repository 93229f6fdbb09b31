package org.ronghe.platform.exchange.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
  private static final int LONGEST_NAME = 500;

  private final People people;
  private final Identifiers identifiers;
  private final KnownOrganisations organisations;

  PersonImport(People people, Identifiers identifiers, KnownOrganisations organisations) {
    this.people = people;
    this.identifiers = identifiers;
    this.organisations = organisations;
  }

  /// What a row becomes.
  record Entry(PersonProfile profile, List<NewIdentifier> identifiers) {
    Entry {
      identifiers = List.copyOf(identifiers);
    }
  }

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
    var given =
        GivenIdentifiers.of(identifiers, pass, lines, Map.of(IdentifierScheme.ORCID, "orcid"));
    var checked = new ArrayList<Checked<Entry>>();
    for (Line line : lines) {
      var cells = new Cells(pass.table(), line);
      Names names = cells.names("name_zh", "name_en", LONGEST_NAME);
      String kind = cells.choice(KIND);
      Long keeper = keepers.of(cells);
      var found = new ArrayList<NewIdentifier>();
      String orcid = cells.identifier("orcid", IdentifierScheme.ORCID);
      if (!orcid.isEmpty()) {
        var one = NewIdentifier.of(IdentifierScheme.ORCID, orcid);
        found.add(one);
        if (given.holds(one)) {
          cells.fault("orcid", "exchange.fault.there", orcid);
        }
      }
      String homepage = cells.identifier("homepage", IdentifierScheme.URL);
      Entry entry = null;
      if (cells.faults().isEmpty()) {
        found.forEach(given::remember);
        entry =
            new Entry(
                new PersonProfile(
                    names, PersonKind.find(kind).orElseThrow(), keeper, homepage, "active"),
                found);
      }
      checked.add(new Checked<>(line, entry, cells.faults()));
    }
    return checked;
  }

  @Override
  public List<Long> enter(List<Entry> values, long run) {
    List<Long> ids = people.createAll(values.stream().map(Entry::profile).toList());
    var claims = new ArrayList<Identifiers.Claim>();
    for (int i = 0; i < ids.size(); i++) {
      for (NewIdentifier one : values.get(i).identifiers()) {
        claims.add(new Identifiers.Claim(ids.get(i), one));
      }
    }
    identifiers.addAll(claims);
    return ids;
  }
}
