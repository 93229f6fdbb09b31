package org.ronghe.platform.exchange.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.facts.FactReject;
import org.ronghe.platform.facts.Facts;
import org.ronghe.platform.facts.NewFact;
import org.ronghe.platform.facts.Validity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Rows become facts about organisations. Whether each would be taken is found out by entering them
/// and undoing it at once.
@Component
class FactImport implements ImportKind<NewFact> {
  private static final List<Column> COLUMNS =
      List.of(
          Column.text("organisation"),
          Column.needed("attribute"),
          Column.needed("value"),
          Column.text("year"),
          Column.text("from"),
          Column.text("to"),
          Column.text("source"));

  private final Facts facts;
  private final KnownOrganisations organisations;
  private final TransactionTemplate trial;

  FactImport(
      Facts facts, KnownOrganisations organisations, PlatformTransactionManager transactions) {
    this.facts = facts;
    this.organisations = organisations;
    this.trial = new TransactionTemplate(transactions);
    this.trial.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  @Override
  public String code() {
    return "facts";
  }

  @Override
  public List<Column> columns() {
    return COLUMNS;
  }

  @Override
  public List<Checked<NewFact>> check(Pass pass, List<Line> lines) {
    Keepers keepers = organisations.keepers(pass, lines);
    var cells = new ArrayList<Cells>();
    var given = new ArrayList<NewFact>();
    var places = new ArrayList<Integer>();
    var byLine = new HashMap<Integer, NewFact>();
    for (int i = 0; i < lines.size(); i++) {
      var row = new Cells(pass.table(), lines.get(i));
      cells.add(row);
      NewFact fact = fact(row, keepers);
      if (fact != null && row.faults().isEmpty()) {
        given.add(fact);
        places.add(i);
        byLine.put(i, fact);
      }
    }
    for (FactReject reject : tried(given)) {
      int line = places.get(reject.row());
      byLine.remove(line);
      cells
          .get(line)
          .fault(column(reject.field()), reject.textKey(), reject.found(), reject.expected());
    }
    var checked = new ArrayList<Checked<NewFact>>();
    for (int i = 0; i < lines.size(); i++) {
      checked.add(new Checked<>(lines.get(i), byLine.get(i), cells.get(i).faults()));
    }
    return checked;
  }

  private static String column(String field) {
    return switch (field) {
      case "subject" -> "organisation";
      case "attribute", "value" -> field;
      case "valid" -> "from";
      default -> "value";
    };
  }

  private List<FactReject> tried(List<NewFact> given) {
    if (given.isEmpty()) {
      return List.of();
    }
    return Objects.requireNonNull(
        trial.execute(status -> {
          status.setRollbackOnly();
          return facts.recordAll(given).rejects();
        }));
  }

  private static @Nullable NewFact fact(Cells row, Keepers keepers) {
    Long subject = keepers.needed(row);
    String attribute = row.needed("attribute");
    String value = row.needed("value");
    Integer year = row.year("year");
    LocalDate from = row.day("from");
    LocalDate to = row.day("to");
    if (from != null && to != null && !from.isBefore(to)) {
      row.fault("to", "exchange.fault.order", from);
      return null;
    }
    Validity valid = year != null ? Validity.year(year) : new Validity(from, to);
    return subject == null
        ? null
        : NewFact.of(subject, attribute, value, valid, row.text("source"));
  }

  @Override
  public List<Long> enter(List<NewFact> values, long run) {
    var outcome = facts.recordAll(values);
    if (!outcome.rejects().isEmpty()) {
      throw new IllegalStateException("facts that were checked were refused: " + outcome.rejects());
    }
    return outcome.entered();
  }
}
