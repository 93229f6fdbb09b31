package org.ronghe.platform.exchange.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.facts.Identifiers;
import org.ronghe.platform.facts.Names;
import org.ronghe.platform.facts.NewIdentifier;
import org.ronghe.platform.facts.WorkKind;
import org.ronghe.platform.facts.WorkProfile;
import org.ronghe.platform.facts.Works;
import org.ronghe.platform.facts.identifier.IdentifierCheck;
import org.ronghe.platform.facts.identifier.IdentifierScheme;
import org.springframework.stereotype.Component;

/// Rows, records of literature and tables of patents become works, with their DOI or number.
@Component
class WorkImport implements ImportKind<WorkImport.Entry> {
  private static final Column KIND =
      Column.choice(
          "kind",
          "facts.work-kind.",
          Arrays.stream(WorkKind.values()).map(WorkKind::code).toList(),
          true);
  private static final List<Column> COLUMNS =
      List.of(
          KIND,
          Column.text("title_zh"),
          Column.text("title_en"),
          Column.text("year"),
          Column.text("doi"),
          Column.text("patent_number"),
          Column.text("organisation"),
          Column.text("homepage"));
  private static final int LONGEST_NAME = 500;

  /// What is meant as a Chinese application number, right or not.
  private static final Pattern APPLICATION =
      Pattern.compile("(?i)(ZL.*|(CN)?[\\s.:]*([0-9]{8}|[0-9]{12})\\.?[0-9X])");

  /// Where the identifiers of each scheme stand.
  private static final Map<IdentifierScheme, String> IDENTIFIERS =
      Map.of(
          IdentifierScheme.DOI, "doi",
          IdentifierScheme.CN_PATENT, "patent_number",
          IdentifierScheme.PATENT_PUBLICATION, "patent_number");

  private final Works works;
  private final Identifiers identifiers;
  private final KnownOrganisations organisations;

  WorkImport(Works works, Identifiers identifiers, KnownOrganisations organisations) {
    this.works = works;
    this.identifiers = identifiers;
    this.organisations = organisations;
  }

  /// What a row becomes.
  record Entry(WorkProfile profile, List<NewIdentifier> identifiers) {
    Entry {
      identifiers = List.copyOf(identifiers);
    }
  }

  @Override
  public String code() {
    return "works";
  }

  @Override
  public List<Column> columns() {
    return COLUMNS;
  }

  @Override
  public List<Checked<Entry>> check(Pass pass, List<Line> lines) {
    Keepers keepers = organisations.keepers(pass, lines);
    var given = GivenIdentifiers.of(identifiers, pass, lines, IDENTIFIERS);
    var checked = new ArrayList<Checked<Entry>>();
    for (Line line : lines) {
      var cells = new Cells(pass.table(), line);
      Names names = cells.names("title_zh", "title_en", LONGEST_NAME);
      String kind = cells.choice(KIND);
      Integer year = cells.year("year");
      Long keeper = keepers.of(cells);
      var found = new ArrayList<NewIdentifier>();
      String doi = cells.identifier("doi", IdentifierScheme.DOI);
      if (!doi.isEmpty()) {
        found.add(NewIdentifier.of(IdentifierScheme.DOI, doi));
      }
      NewIdentifier patent = patent(cells);
      if (patent != null) {
        found.add(patent);
      }
      for (NewIdentifier one : found) {
        if (given.holds(one)) {
          cells.fault(
              Objects.requireNonNull(IDENTIFIERS.get(one.scheme())),
              "exchange.fault.there",
              one.value());
        }
      }
      String homepage = cells.identifier("homepage", IdentifierScheme.URL);
      Entry entry = null;
      if (cells.faults().isEmpty()) {
        found.forEach(given::remember);
        entry =
            new Entry(
                new WorkProfile(
                    names, WorkKind.find(kind).orElseThrow(), keeper, year, homepage, "active"),
                found);
      }
      checked.add(new Checked<>(line, entry, cells.faults()));
    }
    return checked;
  }

  /// A Chinese application number, or the publication number of any office.
  private static @Nullable NewIdentifier patent(Cells cells) {
    String text = cells.text("patent_number");
    if (text.isEmpty()) {
      return null;
    }
    if (IdentifierScheme.CN_PATENT.check(text) instanceof IdentifierCheck.Valid(String right)) {
      return NewIdentifier.of(IdentifierScheme.CN_PATENT, right);
    }
    if (APPLICATION.matcher(text).matches()) {
      cells.identifier("patent_number", IdentifierScheme.CN_PATENT); // Tells what is wrong with it.
      return null;
    }
    String right = cells.identifier("patent_number", IdentifierScheme.PATENT_PUBLICATION);
    return right.isEmpty() ? null : NewIdentifier.of(IdentifierScheme.PATENT_PUBLICATION, right);
  }

  @Override
  public List<Long> enter(List<Entry> values, long run) {
    List<Long> ids = works.createAll(values.stream().map(Entry::profile).toList());
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
