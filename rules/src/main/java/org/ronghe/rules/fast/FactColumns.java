package org.ronghe.rules.fast;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ronghe.rules.fact.Fact;
import org.ronghe.rules.fact.Facts;
import org.ronghe.rules.number.Exact;

/// The facts of many firms, an array for each attribute: about 24 bytes a fact.
///
/// Built once, firm by firm; then read by any number of threads.
public final class FactColumns {
  private final Map<String, Column> columns;
  private final CodeTable codes;
  private final int firms;

  private FactColumns(Map<String, Column> columns, CodeTable codes, int firms) {
    this.columns = columns;
    this.codes = codes;
    this.firms = firms;
  }

  /// How many firms there are.
  public int firms() {
    return firms;
  }

  CodeTable codes() {
    return codes;
  }

  Column column(String attribute) {
    return columns.getOrDefault(attribute, Column.EMPTY);
  }

  /// The facts of one firm again, as they were added.
  public Facts facts(int firm) {
    var facts = new LinkedHashMap<String, List<Fact>>();
    columns.forEach((attribute, column) -> {
      if (column.isRecorded(firm)) {
        var own = new ArrayList<Fact>();
        for (int at = column.start(firm); at < column.end(firm); at++) {
          own.add(column.fact(attribute, at, codes));
        }
        facts.put(attribute, own);
      }
    });
    return new Facts(facts);
  }

  /// Collects facts firm by firm.
  public static final class Builder {
    private final Map<String, Column.Growing> growing = new HashMap<>();
    private final CodeTable codes = new CodeTable();
    private int firms;

    /// Adds the next firm.
    public Builder add(Facts facts) {
      facts
          .all()
          .forEach((attribute, all) -> {
            var column = column(attribute);
            column.begin(firms);
            for (var fact : all) {
              column.add(fact, codes);
            }
          });
      firms++;
      return this;
    }

    private Column.Growing column(String attribute) {
      return growing.computeIfAbsent(attribute, _ -> new Column.Growing());
    }

    /// All that was added.
    public FactColumns build() {
      var columns = new LinkedHashMap<String, Column>();
      growing.forEach((attribute, column) -> columns.put(attribute, column.done(firms)));
      return new FactColumns(columns, codes, firms);
    }
  }

  /// The exact value of a number.
  static Exact exact(double value) {
    return Exact.of(new java.math.BigDecimal(value));
  }

  static LocalDate date(int day) {
    return day == Column.EVER_FROM
        ? LocalDate.MIN
        : day == Column.EVER_UNTIL ? LocalDate.MAX : LocalDate.ofEpochDay(day);
  }
}
