package org.ronghe.rules.fast;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ronghe.rules.fact.Fact;
import org.ronghe.rules.fact.FactValue;
import org.ronghe.rules.number.Exact;

/// All facts of one attribute, firm after firm, in arrays.
///
/// A value that a double cannot hold exactly, or that is of another kind than the first of the
/// column, stands aside as an object.
final class Column {
  static final int EVER_FROM = Integer.MIN_VALUE;
  static final int EVER_UNTIL = Integer.MAX_VALUE;

  /// The fact has dates.
  static final int DATED = 1;

  /// The value is known to be unknown.
  static final int UNKNOWN = 2;

  /// The value stands aside.
  static final int ASIDE = 4;

  static final Column EMPTY = new Growing().done(0);

  /// What the numbers stand for.
  enum Kind {
    FIGURE,
    MONEY,
    FLAG,
    DAY,
    TEXT,
    REFERENCE
  }

  private final int[] starts;
  private final boolean[] recorded;
  private final double[] values;
  private final int[] froms;
  private final int[] untils;
  private final byte[] marks;
  private final List<Aside> aside;
  private final @Nullable Kind kind;
  private final String currency;

  private Column(Growing from, int firms) {
    starts = Arrays.copyOf(from.starts, firms + 1);
    Arrays.fill(starts, Math.min(from.begun, firms), firms + 1, from.size);
    recorded = Arrays.copyOf(from.recorded, firms);
    values = Arrays.copyOf(from.values, from.size);
    froms = Arrays.copyOf(from.froms, from.size);
    untils = Arrays.copyOf(from.untils, from.size);
    marks = Arrays.copyOf(from.marks, from.size);
    aside = List.copyOf(from.aside);
    kind = from.kind;
    currency = from.currency;
  }

  static int day(LocalDate date) {
    return date.equals(LocalDate.MIN)
        ? EVER_FROM
        : date.equals(LocalDate.MAX) ? EVER_UNTIL : Math.toIntExact(date.toEpochDay());
  }

  int start(int firm) {
    return firm < recorded.length ? starts[firm] : 0;
  }

  int end(int firm) {
    return firm < recorded.length ? starts[firm + 1] : 0;
  }

  /// Whether anything was said of the attribute, be it that there is none.
  boolean isRecorded(int firm) {
    return firm < recorded.length && recorded[firm];
  }

  double value(int at) {
    return values[at];
  }

  int from(int at) {
    return froms[at];
  }

  int until(int at) {
    return untils[at];
  }

  boolean is(int at, int mark) {
    return (marks[at] & mark) != 0;
  }

  /// Whether the value is the number itself, and not unknown or aside.
  boolean isPlain(int at) {
    return (marks[at] & (UNKNOWN | ASIDE)) == 0;
  }

  @Nullable Kind kind() {
    return kind;
  }

  /// The currency of all money that does not stand aside.
  String currency() {
    return currency;
  }

  /// What stands aside at a place marked so.
  Aside aside(int at) {
    return aside.get((int) values[at]);
  }

  FactValue value(int at, CodeTable codes) {
    if (is(at, UNKNOWN)) {
      return new FactValue.Unknown();
    }
    if (is(at, ASIDE)) {
      return aside(at).value();
    }
    double value = values[at];
    return switch (Objects.requireNonNull(kind)) {
      case FIGURE -> new FactValue.Figure(FactColumns.exact(value));
      case MONEY -> new FactValue.Money(FactColumns.exact(value), currency);
      case FLAG -> new FactValue.Flag(value != 0);
      case DAY -> new FactValue.Day(LocalDate.ofEpochDay((long) value));
      case TEXT -> new FactValue.Text(codes.text((int) value));
      case REFERENCE -> new FactValue.Reference(codes.text((int) value));
    };
  }

  Fact fact(String attribute, int at, CodeTable codes) {
    return new Fact(
        attribute,
        value(at, codes),
        FactColumns.date(froms[at]),
        FactColumns.date(untils[at]),
        is(at, DATED),
        "");
  }

  /// A value that no double holds, or that is of another kind than its column.
  ///
  /// @param number as a number, however it is written; null where it is none
  record Aside(FactValue value, @Nullable Rough number) {
    static Aside of(FactValue value) {
      return new Aside(
          value,
          switch (value) {
            case FactValue.Figure figure -> Rough.of(figure.number());
            case FactValue.Money money -> Rough.of(money.amountMinor());
            default -> null;
          });
    }
  }

  /// A column being filled.
  static final class Growing {
    private int[] starts = new int[16];
    private boolean[] recorded = new boolean[16];
    private double[] values = new double[16];
    private int[] froms = new int[16];
    private int[] untils = new int[16];
    private byte[] marks = new byte[16];
    private final List<Aside> aside = new ArrayList<>();
    private @Nullable Kind kind;
    private String currency = "";
    private int size;
    private int begun;

    void begin(int firm) {
      if (firm + 2 > starts.length) {
        int length = Math.max(firm + 2, starts.length * 2);
        starts = Arrays.copyOf(starts, length);
        recorded = Arrays.copyOf(recorded, length);
      }
      Arrays.fill(starts, begun, firm + 1, size);
      begun = firm + 1;
      recorded[firm] = true;
    }

    void add(Fact fact, CodeTable codes) {
      switch (fact.value()) {
        case FactValue.Figure figure -> number(figure.number(), Kind.FIGURE, "", fact);
        case FactValue.Money money ->
            number(money.amountMinor(), Kind.MONEY, money.currency(), fact);
        case FactValue.Flag flag -> plain(flag.holds() ? 1 : 0, Kind.FLAG, fact);
        case FactValue.Day day -> plain((double) day.date().toEpochDay(), Kind.DAY, fact);
        case FactValue.Text text -> plain(codes.number(text.text()), Kind.TEXT, fact);
        case FactValue.Reference reference ->
            plain(codes.number(reference.subject()), Kind.REFERENCE, fact);
        case FactValue.Holding _ -> put(0, ASIDE, fact);
        case FactValue.Unknown _ -> put(0, UNKNOWN, fact);
      }
    }

    private void number(Exact number, Kind own, String money, Fact fact) {
      double value = number.nearest();
      if (kind == null) {
        currency = money;
      }
      boolean exact =
          (number.isWhole() && number.numerator().bitLength() < 53)
              || FactColumns.exact(value).equals(number);
      if (currency.equals(money) && exact) {
        plain(value, own, fact);
      } else {
        put(value, ASIDE, fact);
      }
    }

    private void plain(double value, Kind own, Fact fact) {
      kind = kind == null ? own : kind;
      put(value, kind == own ? 0 : ASIDE, fact);
    }

    private void put(double value, int mark, Fact fact) {
      if (size == values.length) {
        values = Arrays.copyOf(values, size * 2);
        froms = Arrays.copyOf(froms, size * 2);
        untils = Arrays.copyOf(untils, size * 2);
        marks = Arrays.copyOf(marks, size * 2);
      }
      values[size] = mark == ASIDE ? aside.size() : value;
      if (mark == ASIDE) {
        aside.add(Aside.of(fact.value()));
      }
      froms[size] = day(fact.from());
      untils[size] = day(fact.until());
      marks[size] = (byte) (mark | (fact.dated() ? DATED : 0));
      size++;
    }

    Column done(int firms) {
      if (firms + 1 > starts.length) {
        starts = Arrays.copyOf(starts, firms + 1);
        recorded = Arrays.copyOf(recorded, firms + 1);
      }
      return new Column(this, firms);
    }
  }
}
