package org.ronghe.platform.facts.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ronghe.platform.facts.NewFact;
import org.ronghe.platform.facts.Validity;
import org.ronghe.platform.facts.dictionary.Dictionary;
import org.ronghe.platform.facts.dictionary.Period;

/// What rulebooks ask of a firm that does not exist, beside its figures;
/// `docs/concepts/demo-city.md` says how it is distributed.
final class InventedStanding {
  private static final List<String> FIELDS =
      List.of(
          "electronics",
          "biomedicine",
          "new_materials",
          "services",
          "energy",
          "environment",
          "manufacturing");
  private static final List<String> PRODUCTS =
      List.of("six_basics", "key_chain_link", "fills_gap", "strategic_emerging", "future_industry");
  private static final List<String> TRADES =
      List.of("optics", "equipment", "auto_parts", "biomedicine", "food", "materials");

  /// Parts of levels 0 to 4, added up, in percent.
  private static final int[] LEVELS = {20, 55, 80, 95, 100};

  private final InventedFirm firm;
  private final Dictionary dictionary;
  private final Random random;
  private final int lastYear;
  private final List<NewFact> facts = new ArrayList<>();

  InventedStanding(InventedFirm firm, Dictionary dictionary, int lastYear, long seed) {
    this.firm = firm;
    this.dictionary = dictionary;
    this.lastYear = lastYear;
    // Of its own, so that the figures beside it stay what they are.
    this.random = new Random(seed);
  }

  /// All of it.
  ///
  /// @param years that figures go back
  List<NewFact> facts(int years) {
    register();
    for (int back = 0; back < years; back++) {
      double expense = firm.expense(back, years);
      double part = 0.85 + random.nextDouble() * 0.15;
      add("rd_expense_domestic", InventedFirm.money(expense * part), lastYear - back);
    }
    double sales = firm.sales(0, years);
    add("total_revenue", InventedFirm.money(sales * 1.02), lastYear);
    add("total_cost_and_expense", InventedFirm.money(sales * between(0.82, 1.02)), lastYear);
    add("hightech_product_revenue", InventedFirm.money(sales * between(0.35, 0.95)), lastYear);
    rights();
    product();
    digital(sales);
    mishaps();
    if (chance(8)) {
      add(
          "new_equity_financing",
          InventedFirm.money(5_000_000 * Math.exp(random.nextGaussian())),
          lastYear);
    }
    if (chance(40)) {
      add("development_score", "%.1f".formatted(between(30, 95)), lastYear);
    }
    return facts;
  }

  private void register() {
    add("resident_in_mainland", "true", 0);
    if (chance(97)) {
      add("product_restricted", String.valueOf(chance(2)), 0);
    }
    if (chance(85)) {
      int level = random.nextInt(100);
      add(
          "rd_institution_level",
          level < 2
              ? "national"
              : level < 8 ? "provincial" : level < 25 ? "municipal" : "below_municipal",
          0);
    }
    if (chance(70)) {
      add("rd_institution_joint", String.valueOf(chance(30)), 0);
    }
    add("enterprise_stage", firm.stage(lastYear), 0);
    if (firm.research() >= 0.03 && chance(25)) {
      LocalDate from = LocalDate.of(lastYear - random.nextInt(3) + 1, 1 + random.nextInt(10), 1);
      facts.add(
          NewFact.of(
              firm.id(),
              "title_innovative_sme",
              "CX%dX%05d".formatted(from.getYear(), random.nextInt(100_000)),
              new Validity(from, from.plusYears(3)),
              InventedFirm.SOURCE));
    }
  }

  private void rights() {
    int own = (int) Math.min(200, -firm.research() * 30 * Math.log(1 - random.nextDouble()));
    add("ip_class_one_own", String.valueOf(own), lastYear);
    add("ip_class_one_in_use", String.valueOf((int) (own * between(0.4, 1))), lastYear);
    add("ip_class_one_high_value", String.valueOf((int) (own * between(0, 0.5))), lastYear);
    if (chance(75)) {
      add("high_tech_field", FIELDS.get(random.nextInt(FIELDS.size())), 0);
    }
    if (chance(60)) {
      add("core_ip_supports_product", String.valueOf(chance(92)), 0);
    }
  }

  private void product() {
    if (chance(80)) {
      add("main_product_field", PRODUCTS.get(random.nextInt(PRODUCTS.size())), 0);
    }
    add("own_brand", String.valueOf(chance(65)), 0);
    add("core_business_on_system", String.valueOf(chance(70)), 0);
    add("management_certificate", String.valueOf(chance(55)), 0);
    if (chance(70)) {
      double share = Math.clamp(0.03 * Math.exp(random.nextGaussian() * 1.1), 0.0001, 0.6);
      add("market_share_national", "%.4f".formatted(share), lastYear);
      add("market_rank_domestic", String.valueOf((int) Math.clamp(0.5 / share, 1, 500)), lastYear);
    }
    if (chance(10)) {
      add("market_renown", "true", 0);
    }
  }

  private void digital(double sales) {
    if (chance(60)) {
      add("pilot_trade", TRADES.get(random.nextInt(TRADES.size())), 0);
    }
    if (chance(75)) {
      int drawn = random.nextInt(100);
      int level = 0;
      while (LEVELS[level] <= drawn) {
        level++;
      }
      add("digital_level", String.valueOf(level), lastYear);
    }
    if (chance(30)) {
      double cost = Math.min(sales * 0.05, 400_000 * Math.exp(random.nextGaussian() * 0.8));
      add("digital_upgrade_cost", InventedFirm.money(cost), lastYear);
    }
  }

  private void mishaps() {
    if (chance(2)) {
      LocalDate day = LocalDate.of(lastYear, 1 + random.nextInt(12), 1 + random.nextInt(28));
      facts.add(
          NewFact.of(
              firm.id(),
              "adverse_event",
              chance(50) ? "safety_accident" : "quality_accident",
              Validity.day(day),
              InventedFirm.SOURCE));
    }
    if (chance(2)) {
      add("abnormal_operation_list", "true", 0);
    }
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private double between(double from, double to) {
    return from + random.nextDouble() * (to - from);
  }

  /// A fact for the time that its attribute is said for.
  ///
  /// @param year of a yearly figure
  private void add(String key, String value, int year) {
    Period period = dictionary.find(key).orElseThrow().period();
    Validity valid =
        switch (period) {
          case YEAR -> Validity.year(year == 0 ? lastYear : year);
          case POINT -> Validity.day(LocalDate.of(lastYear, 12, 15));
          case INTERVAL -> Validity.from(firm.established());
        };
    facts.add(NewFact.of(firm.id(), key, value, valid, InventedFirm.SOURCE));
  }
}
