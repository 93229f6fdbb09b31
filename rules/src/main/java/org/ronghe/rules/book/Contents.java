package org.ronghe.rules.book;

import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ronghe.rules.number.Exact;
import org.ronghe.rules.source.Place;
import org.ronghe.rules.source.Words;

/// The substance of a rulebook.
///
/// @param definitions values by id, each before those that use it
/// @param groups ways to count tied enterprises together
public record Contents(
    Map<String, Table> tables,
    Map<String, Ownership> groups,
    Map<String, Definition> definitions,
    List<Title> titles,
    List<Remark> remarks,
    List<Window> windows) {
  public Contents {
    tables = Ordered.copy(tables);
    groups = Ordered.copy(groups);
    definitions = Ordered.copy(definitions);
    titles = List.copyOf(titles);
    remarks = List.copyOf(remarks);
    windows = List.copyOf(windows);
  }

  /// Something a firm can get.
  ///
  /// @param id unique in the rulebook; the rulebook's own where it has one title
  /// @param validity where it differs from the rulebook's
  /// @param termMonths how long it lasts; 0 where the document does not say
  /// @param requires what has to hold
  /// @param vetoes what must not hold
  /// @param outcomes ids of the values that are its result
  public record Title(
      String id,
      Words name,
      Optional<Validity> validity,
      int termMonths,
      Requirement requires,
      List<Requirement.Clause> vetoes,
      List<Benefit> benefits,
      List<String> outcomes) {
    public Title {
      vetoes = List.copyOf(vetoes);
      benefits = List.copyOf(benefits);
      outcomes = List.copyOf(outcomes);
    }
  }

  /// What a title gives.
  ///
  /// @param amount id of the value that says how much; nothing where it is not a number
  public record Benefit(
      String id, Place place, Words name, String source, Optional<String> amount, Words note) {}

  /// Something to tell the applicant where it holds; it decides nothing.
  public record Remark(String id, Place place, Words text, String source, Formula condition) {}

  /// A time of the year in which applications are taken.
  public record Window(
      Place place, int year, MonthDay from, MonthDay until, Words text, String source) {}

  /// Numbers by code, such as cut points by industry.
  ///
  /// @param key name of the input whose code chooses the row
  /// @param columns names of the columns
  /// @param rows cells by code; a column may be empty
  public record Table(
      String id,
      Place place,
      String key,
      List<String> columns,
      Map<String, Map<String, Cell>> rows,
      String source) {
    public Table {
      columns = List.copyOf(columns);
      rows = Ordered.copy(rows);
    }
  }

  /// A number in a table.
  ///
  /// @param money currency, empty for a plain number
  public record Cell(Exact value, String money) {}

  /// Which enterprises are counted together, and how much of each.
  ///
  /// @param holding attribute that names shareholders with their part
  /// @param linkedOver from more than this part on, all of the other is counted
  /// @param partnerFrom from this part on, the part of the other is counted
  /// @param exempt investors that are not counted while they hold at most half
  public record Ownership(
      String id,
      Place place,
      String holding,
      Exact linkedOver,
      Exact partnerFrom,
      String investorKind,
      List<Exempt> exempt,
      String source) {
    public Ownership {
      exempt = List.copyOf(exempt);
    }
  }

  /// An investor that does not end a firm's autonomy.
  ///
  /// @param below attributes of the investor that must lie below a number
  public record Exempt(String kind, Map<String, Cell> below) {
    public Exempt {
      below = Ordered.copy(below);
    }
  }
}
