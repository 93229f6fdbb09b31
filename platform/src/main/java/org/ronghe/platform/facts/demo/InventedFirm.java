package org.ronghe.platform.facts.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ronghe.platform.facts.NewFact;
import org.ronghe.platform.facts.Validity;

/// The figures of a firm that does not exist.
///
/// Staff is log-normal with median 45 (σ 1.1), revenue a head log-normal with median CNY 650,000 (σ
/// 0.5), both cut at the ends; revenue grows by 12 % a year (σ 15 points), research takes a
/// log-normal share of revenue with median 4.5 % (σ 0.7). Titles go to firms whose figures could
/// carry them, so that rules find firms on both sides of every line.
final class InventedFirm {
  /// Where every value says it is from.
  static final String SOURCE = "示例数据，纯属虚构 / invented for the demo";

  private static final String[] INDUSTRIES = {
    "C3976", "C2770", "C3425", "C3670", "C2651", "I6513", "C4021", "C3562", "M7320", "C1495"
  };

  private final long id;
  private final Random random;
  private final int staff;
  private final double revenue;
  private final double growth;
  private final double research;
  private final LocalDate established;

  InventedFirm(long id, Random random) {
    this.id = id;
    this.random = random;
    staff = (int) Math.clamp(45 * Math.exp(random.nextGaussian() * 1.1), 3, 8000);
    revenue = staff * 650_000.0 * Math.exp(random.nextGaussian() * 0.5);
    growth = Math.clamp(0.12 + random.nextGaussian() * 0.15, -0.4, 1.2);
    research = Math.clamp(0.045 * Math.exp(random.nextGaussian() * 0.7), 0.0, 0.6);
    established =
        LocalDate.of(1998 + random.nextInt(26), 1 + random.nextInt(12), 1 + random.nextInt(28));
  }

  long id() {
    return id;
  }

  LocalDate established() {
    return established;
  }

  /// The part of its revenue that goes into research.
  double research() {
    return research;
  }

  /// Revenue so many years before the last of some.
  double sales(int back, int years) {
    return revenue / Math.pow(1 + growth, years - 1) * Math.pow(1 + growth, years - 1 - back);
  }

  /// R&D expense so many years before the last of some.
  double expense(int back, int years) {
    return sales(back, years) * research;
  }

  /// How far it has grown up.
  String stage(int lastYear) {
    int age = lastYear - established.getYear();
    return age < 4 ? "start_up" : age < 12 ? "growth" : "stable";
  }

  /// What is known of the firm for the years up to `lastYear`.
  List<NewFact> facts(int lastYear, int years) {
    var facts = new ArrayList<NewFact>();
    Validity since = Validity.from(established);
    facts.add(fact("established_on", established.toString(), since));
    facts.add(fact("industry_class", INDUSTRIES[random.nextInt(INDUSTRIES.length)], since));
    facts.add(fact("size_industry", "industry", since));
    facts.add(fact("size_class", sizeClass(), since));
    facts.add(fact("segment_since", established.plusYears(1).toString(), since));
    facts.add(fact("listed", String.valueOf(staff > 2500 && random.nextInt(3) == 0), since));
    double sales = revenue / Math.pow(1 + growth, years - 1);
    for (int year = lastYear - years + 1; year <= lastYear; year++) {
      year(facts, year, sales);
      sales *= 1 + growth;
    }
    titles(facts, lastYear);
    return facts;
  }

  private void year(List<NewFact> facts, int year, double sales) {
    Validity valid = Validity.year(year);
    double expense = sales * research;
    facts.add(fact("sales_revenue", money(sales), valid));
    facts.add(fact("main_business_revenue", money(sales * share(0.75, 0.98)), valid));
    facts.add(fact("rd_expense", money(expense), valid));
    facts.add(fact("total_assets", money(sales * share(0.7, 1.8)), valid));
    facts.add(fact("total_liabilities", money(sales * share(0.2, 0.65)), valid));
    facts.add(fact("net_assets", money(sales * share(0.4, 1.1)), valid));
    facts.add(fact("net_profit", money(sales * share(-0.08, 0.16)), valid));
    facts.add(fact("employees_total", String.valueOf(staff), valid));
    facts.add(fact("technical_staff", String.valueOf((int) (staff * share(0.05, 0.5))), valid));
    facts.add(fact("rd_staff", String.valueOf((int) (staff * share(0.03, 0.35))), valid));
    facts.add(fact("ip_class_one", String.valueOf(count(research * 40)), valid));
    facts.add(fact("ip_class_two", String.valueOf(count(4)), valid));
  }

  private void titles(List<NewFact> facts, int lastYear) {
    boolean small = staff <= 500 && revenue <= 200_000_000;
    if (research >= 0.03 && random.nextInt(10) < 7) {
      title(facts, "title_high_tech_enterprise", "GR", lastYear, 3);
    }
    if (small && research >= 0.03 && random.nextInt(10) < 6) {
      title(facts, "title_tech_sme", "KJ", lastYear, 1);
    }
    if (research >= 0.03 && revenue >= 15_000_000 && random.nextInt(10) < 4) {
      title(facts, "title_zjtx_sme", "ZJTX", lastYear, 3);
      if (revenue >= 50_000_000 && random.nextInt(10) < 4) {
        title(facts, "title_little_giant", "XJR", lastYear, 3);
      }
    }
  }

  private void title(List<NewFact> facts, String key, String prefix, int lastYear, int years) {
    LocalDate from =
        LocalDate.of(lastYear + 1 - random.nextInt(years + 1), 1 + random.nextInt(12), 1);
    String number = prefix + from.getYear() + "X%05d".formatted(random.nextInt(100_000));
    facts.add(fact(key, number, new Validity(from, from.plusYears(years))));
  }

  private String sizeClass() {
    if (staff >= 1000 && revenue >= 400_000_000) {
      return "large";
    }
    if (staff >= 300 && revenue >= 20_000_000) {
      return "medium";
    }
    return staff >= 20 && revenue >= 3_000_000 ? "small" : "micro";
  }

  private int count(double mean) {
    return (int) Math.min(500, -mean * Math.log(1 - random.nextDouble()));
  }

  private double share(double from, double to) {
    return from + random.nextDouble() * (to - from);
  }

  /// Rounded to a hundred yuan, as people report.
  static String money(double yuan) {
    return Math.round(yuan / 100) * 100 + ".00";
  }

  private NewFact fact(String attribute, String value, Validity valid) {
    return NewFact.of(id, attribute, value, valid, SOURCE);
  }
}
