package org.ronghe.platform.exchange.internal;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.exchange.ImportFault;
import org.ronghe.platform.facts.Names;
import org.ronghe.platform.facts.identifier.IdentifierCheck;
import org.ronghe.platform.facts.identifier.IdentifierScheme;

/// Reads the cells of one row, and collects what is wrong with them.
final class Cells {
  private static final int LONGEST_SHOWN = 200;
  private static final Pattern YEAR = Pattern.compile("[12]\\d{3}");
  private static final Pattern DEGREES = Pattern.compile("-?\\d{1,3}(\\.\\d{1,17})?");

  private final Table table;
  private final Line line;
  private final List<ImportFault> faults = new ArrayList<>();

  Cells(Table table, Line line) {
    this.table = table;
    this.line = line;
  }

  String text(String column) {
    String value = table.value(line, column);
    if (value.equals(XlsxReader.FORMULA)) {
      fault(column, "exchange.fault.formula");
      return "";
    }
    return value;
  }

  String needed(String column) {
    String value = text(column);
    if (value.isEmpty()) {
      fault(column, "exchange.fault.needed");
    }
    return value;
  }

  /// A text of at most so many characters.
  String text(String column, int most) {
    String value = text(column);
    if (value.length() > most) {
      fault(column, "registry.fault.too-long", most);
    }
    return value;
  }

  /// A name in two languages, of which one has to be there.
  ///
  /// @param most characters of each
  Names names(String zh, String en, int most) {
    var names = new Names(text(zh, most), text(en, most));
    if (names.main().isEmpty()) {
      fault(zh, "exchange.fault.needed");
    }
    return names;
  }

  void fault(String column, String key, Object... arguments) {
    faultWords(column, Words.of(key, arguments));
  }

  void faultWords(String column, String words) {
    String value = table.value(line, column);
    String shown = value.length() > LONGEST_SHOWN ? value.substring(0, LONGEST_SHOWN) + "…" : value;
    faults.add(new ImportFault(line.number(), column, shown.replace("\u0000", ""), words));
  }

  List<ImportFault> faults() {
    return faults;
  }

  /// The code of a word that stands in a cell, be it the code or its text in either language.
  String choice(Column column) {
    String value = column.needed() ? needed(column.key()) : text(column.key());
    if (value.isEmpty()) {
      return value;
    }
    String code = column.codes().get(value.toLowerCase(Locale.ROOT));
    if (code == null) {
      fault(column.key(), "exchange.fault.choice", value);
      return "";
    }
    return code;
  }

  @Nullable LocalDate day(String column) {
    String text = text(column);
    if (text.isEmpty()) {
      return null;
    }
    try {
      return LocalDate.parse(text.replace('/', '-').replace('.', '-'));
    } catch (DateTimeException e) {
      fault(column, "exchange.fault.day", text);
      return null;
    }
  }

  @Nullable Integer year(String column) {
    String text = text(column);
    if (text.isEmpty()) {
      return null;
    }
    if (YEAR.matcher(text).matches()) {
      return Integer.valueOf(text);
    }
    fault(column, "exchange.fault.year", text);
    return null;
  }

  @Nullable Double degrees(String column, int most) {
    String text = text(column);
    if (text.isEmpty()) {
      return null;
    }
    if (DEGREES.matcher(text).matches()
        && new BigDecimal(text).abs().compareTo(BigDecimal.valueOf(most)) <= 0) {
      return Double.valueOf(text);
    }
    fault(column, "exchange.fault.degrees", text, most);
    return null;
  }

  /// An identifier in its one right form; empty where none stands or it is wrong.
  String identifier(String column, IdentifierScheme scheme) {
    String text = text(column);
    if (text.isEmpty()) {
      return "";
    }
    return switch (scheme.check(text)) {
      case IdentifierCheck.Valid(String right) -> right;
      case IdentifierCheck.Invalid wrong -> {
        fault(column, wrong.fault().textKey(), wrong.found(), wrong.expected());
        yield "";
      }
    };
  }
}
