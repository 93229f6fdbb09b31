package org.ronghe.benchmarks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.ronghe.rules.book.Input;
import org.ronghe.rules.fact.Fact;
import org.ronghe.rules.fact.FactType;
import org.ronghe.rules.fact.FactTypes;
import org.ronghe.rules.fact.FactValue;
import org.ronghe.rules.fact.Facts;
import org.ronghe.rules.link.Program;
import org.ronghe.rules.number.Exact;

/// Firms made up, with every fact the rulebooks ask for.
///
/// Employees are log-normal (median 33), sales per head CNY 200,000 to 1.4 million, R&D 0 to 12 %
/// of sales, technical staff 0 to 40 % of employees, growth −20 to +40 % a year; 3 % of all facts
/// are missing, 2 % of all firms had an adverse event, 10 % hold any given title.
final class MadeUpFirms {
  private static final int LAST_YEAR = 2025;

  private final SplittableRandom random;
  private final List<FactType> types = new ArrayList<>();

  MadeUpFirms(long seed, FactTypes dictionary, List<Program> programs) {
    random = new SplittableRandom(seed);
    Set<String> keys = new LinkedHashSet<>();
    for (var program : programs) {
      for (var input : program.rulebook().inputs().values()) {
        if (input.origin() instanceof Input.Fact fact) {
          keys.add(fact.attribute());
          fact.since().ifPresent(keys::add);
        }
      }
    }
    keys.forEach(key -> dictionary.find(key).ifPresent(types::add));
  }

  Facts next() {
    double employees = Math.max(1, Math.rint(Math.exp(3.5 + 1.1 * normal())));
    double sales = employees * (200_000 + random.nextInt(1_200_000));
    double growth = 1 + (random.nextInt(600) - 200) / 1000.0;
    Map<String, List<Fact>> facts = new LinkedHashMap<>();
    for (var type : types) {
      var own = new ArrayList<Fact>();
      if (random.nextInt(100) >= 3) {
        add(type, employees, sales, growth, own);
      }
      if (!own.isEmpty()) {
        facts.put(type.key(), own);
      }
    }
    return new Facts(facts);
  }

  private double normal() {
    double sum = 0;
    for (int i = 0; i < 12; i++) {
      sum += random.nextDouble();
    }
    return sum - 6;
  }

  private void add(FactType type, double employees, double sales, double growth, List<Fact> into) {
    if (type.isItems()) {
      items(type, into);
    } else if (type.timing() == FactType.Timing.YEAR) {
      double scale = 1;
      for (int back = 0; back < 3; back++) {
        into.add(
            Fact.ofYear(
                type.key(), value(type, employees * scale, sales * scale), LAST_YEAR - back));
        scale /= growth;
      }
    } else {
      into.add(
          new Fact(
              type.key(),
              value(type, employees, sales),
              LocalDate.of(2015 + random.nextInt(10), 1 + random.nextInt(12), 1),
              LocalDate.MAX,
              true,
              ""));
    }
  }

  private void items(FactType type, List<Fact> into) {
    int share = type.key().equals("adverse_event") ? 2 : 10;
    if (random.nextInt(100) < share) {
      var from = LocalDate.of(2019 + random.nextInt(7), 1 + random.nextInt(12), 1);
      boolean title = type.kind() == FactType.Kind.TITLE;
      into.add(
          new Fact(
              type.key(), value(type, 1, 1), from, title ? from.plusYears(3) : from, true, ""));
    }
  }

  private FactValue value(FactType type, double employees, double sales) {
    return switch (type.kind()) {
      case MONEY -> money(type.key(), sales);
      case INTEGER -> new FactValue.Figure(Exact.of(whole(type.key(), employees)));
      case DECIMAL -> new FactValue.Figure(Exact.of(random.nextInt(100)));
      case PERCENT ->
          new FactValue.Figure(Exact.of(java.math.BigDecimal.valueOf(random.nextInt(100), 2)));
      case BOOLEAN -> new FactValue.Flag(flag(type.key()));
      case DATE ->
          new FactValue.Day(LocalDate.of(2000 + random.nextInt(26), 1 + random.nextInt(12), 1));
      case CODE -> {
        var codes = List.copyOf(type.codes().keySet());
        yield new FactValue.Text(codes.get(random.nextInt(codes.size())));
      }
      case TEXT, TITLE -> new FactValue.Text("N" + random.nextInt(1000));
      case ORGANISATION, PERSON, HOLDING -> new FactValue.Unknown();
    };
  }

  private boolean flag(String key) {
    return switch (key) {
      case "abnormal_operation_list", "serious_dishonesty_list", "product_restricted" ->
          random.nextInt(50) == 0;
      default -> random.nextInt(20) > 0;
    };
  }

  private long whole(String key, double employees) {
    return switch (key) {
      case "employees_total" -> (long) employees;
      case "technical_staff", "rd_staff" -> (long) (employees * random.nextInt(400) / 1000);
      default -> random.nextInt(6);
    };
  }

  private FactValue money(String key, double sales) {
    double yuan =
        switch (key) {
          case "rd_expense", "rd_expense_domestic" -> sales * random.nextInt(120) / 1000;
          case "total_cost_and_expense" -> sales * (700 + random.nextInt(300)) / 1000;
          case "total_assets", "net_assets" -> sales * (500 + random.nextInt(1500)) / 1000;
          default -> sales * random.nextInt(1000) / 1000;
        };
    return new FactValue.Money(
        Exact.of((key.equals("sales_revenue") ? (long) sales : (long) yuan) * 100), "CNY");
  }
}
