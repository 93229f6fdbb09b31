package org.ronghe.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.ronghe.rules.fact.Fact;
import org.ronghe.rules.fact.FactType;
import org.ronghe.rules.fact.FactTypes;
import org.ronghe.rules.fact.FactValue;
import org.ronghe.rules.fact.Facts;
import org.ronghe.rules.number.Exact;

/// Firms made up at random, with small round numbers so that quotients often fall on edges, and
/// with facts missing, unknown, undated, old, and of other currencies.
public final class RandomFirms {
  private final RandomGenerator random;
  private final List<FactType> types;

  /// @param attributes those that facts are made of
  public RandomFirms(RandomGenerator random, FactTypes types, Iterable<String> attributes) {
    this.random = random;
    this.types = new ArrayList<>();
    attributes.forEach(key -> types.find(key).ifPresent(this.types::add));
  }

  public Facts next() {
    Map<String, List<Fact>> facts = new LinkedHashMap<>();
    int holes = random.nextInt(20);
    for (var type : types) {
      if (random.nextInt(100) < holes) {
        continue;
      }
      var own = new ArrayList<Fact>();
      if (type.timing() == FactType.Timing.YEAR && !type.isItems()) {
        for (int year = 2021; year <= 2026; year++) {
          if (random.nextInt(100) >= holes / 2) {
            own.add(Fact.ofYear(type.key(), value(type), year));
          }
        }
        if (random.nextInt(8) == 0) {
          own.add(Fact.undated(type.key(), value(type)));
        }
      } else {
        int count = type.isItems() ? random.nextInt(3) : 1 + random.nextInt(2);
        for (int i = 0; i < count; i++) {
          own.add(dated(type));
        }
      }
      facts.put(type.key(), own);
    }
    return new Facts(facts);
  }

  private Fact dated(FactType type) {
    var from = LocalDate.of(2018 + random.nextInt(9), 1 + random.nextInt(12), 1);
    return switch (random.nextInt(3)) {
      case 0 -> Fact.undated(type.key(), value(type));
      case 1 -> new Fact(type.key(), value(type), from, from.plusYears(3), true, "");
      default ->
          new Fact(
              type.key(),
              value(type),
              from,
              type.timing() == FactType.Timing.POINT ? from : LocalDate.MAX,
              true,
              "");
    };
  }

  private FactValue value(FactType type) {
    if (random.nextInt(60) == 0) {
      return new FactValue.Unknown();
    }
    return switch (type.kind()) {
      case DECIMAL ->
          new FactValue.Figure(Exact.of(java.math.BigDecimal.valueOf(random.nextInt(1000), 1)));
      case INTEGER -> new FactValue.Figure(Exact.of(small()));
      case PERCENT ->
          new FactValue.Figure(Exact.of(java.math.BigDecimal.valueOf(random.nextInt(101), 2)));
      case MONEY ->
          new FactValue.Money(
              Exact.of(money()),
              random.nextInt(50) == 0 ? "USD" : random.nextBoolean() ? "CNY" : "");
      case BOOLEAN -> new FactValue.Flag(random.nextInt(4) > 0);
      case DATE ->
          new FactValue.Day(LocalDate.of(2010 + random.nextInt(17), 1 + random.nextInt(12), 1));
      case CODE -> {
        var codes = List.copyOf(type.codes().keySet());
        yield new FactValue.Text(codes.get(random.nextInt(codes.size())));
      }
      case TEXT, TITLE -> new FactValue.Text("T" + random.nextInt(100));
      case ORGANISATION, PERSON -> new FactValue.Reference("R" + random.nextInt(100));
      case HOLDING -> new FactValue.Holding("H" + random.nextInt(100), Exact.ONE);
    };
  }

  private long small() {
    return switch (random.nextInt(6)) {
      case 0 -> random.nextInt(3);
      case 1 -> random.nextInt(1000);
      default -> random.nextInt(100);
    };
  }

  private long money() {
    long yuan =
        switch (random.nextInt(8)) {
          case 0 -> 0;
          case 1 -> random.nextInt(1_000_000_000);
          default -> 500_000L * random.nextInt(420);
        };
    return yuan * 100 + (random.nextInt(20) == 0 ? 1 : 0) - (random.nextInt(30) == 0 ? 1 : 0);
  }
}
