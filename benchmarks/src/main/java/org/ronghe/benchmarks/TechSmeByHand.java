package org.ronghe.benchmarks;

import org.ronghe.rules.evaluate.Answer;

/// The technology SME written as a Java method, over the same arrays: how fast it could be.
///
/// It gives the same four answers, so it has to know what is missing as well.
final class TechSmeByHand {
  private static final long MOST_FEN = 20_000_000_000L;

  private final double[][] values;
  private final boolean[][] known;

  /// @param values by the order of [RulesBench#TECH_SME_INPUTS]
  TechSmeByHand(double[][] values, boolean[][] known) {
    this.values = values;
    this.known = known;
  }

  Answer answer(int i) {
    boolean missing = false;
    boolean human = false;
    // Gates: resident, staff, sales, assets, product.
    for (int gate = 0; gate < 5; gate++) {
      if (!known[gate][i]) {
        missing = true;
      } else {
        double value = values[gate][i];
        boolean fails =
            switch (gate) {
              case 0 -> value == 0;
              case 1 -> value > 500;
              case 2, 3 -> value > MOST_FEN;
              default -> value != 0;
            };
        if (fails) {
          return Answer.NOT_MET;
        }
      }
    }
    // Events and lists.
    for (int bad = 5; bad < 8; bad++) {
      if (!known[bad][i]) {
        missing = true;
      } else if (values[bad][i] != 0) {
        return Answer.NOT_MET;
      }
    }
    Answer routes = routes(i);
    if (routes == Answer.MET) {
      return missing ? Answer.DATA_MISSING : Answer.MET;
    }
    Answer scored = scored(i);
    if (scored == Answer.MET) {
      return missing ? Answer.DATA_MISSING : Answer.MET;
    }
    if (scored == Answer.NOT_MET && routes == Answer.NOT_MET) {
      return Answer.NOT_MET;
    }
    missing |= routes == Answer.DATA_MISSING || scored == Answer.DATA_MISSING;
    human |= routes == Answer.NEEDS_HUMAN || scored == Answer.NEEDS_HUMAN;
    return missing ? Answer.DATA_MISSING : human ? Answer.NEEDS_HUMAN : Answer.MET;
  }

  /// Title, award, institution (already 0 or 1), standard.
  private Answer routes(int i) {
    boolean missing = false;
    for (int route = 8; route < 12; route++) {
      if (!known[route][i]) {
        missing = true;
      } else if (values[route][i] >= 1) {
        return Answer.MET;
      }
    }
    return missing ? Answer.DATA_MISSING : Answer.NOT_MET;
  }

  private Answer scored(int i) {
    double staff = values[1][i];
    double technical = values[12][i];
    int personnelLeast = 0;
    int personnelMost = 20;
    boolean missing = !known[1][i] || !known[12][i];
    boolean human = !missing && staff == 0;
    if (!missing && !human) {
      personnelLeast = personnel(technical * 100, staff);
      personnelMost = personnelLeast;
    }
    int bySalesLeast = 0;
    int bySalesMost = 50;
    boolean bySalesMissing = !known[2][i] || !known[13][i];
    boolean bySalesHuman = !bySalesMissing && values[2][i] == 0;
    if (!known[13][i] && known[2][i] && values[2][i] == 0) {
      bySalesHuman = true;
    }
    if (!bySalesMissing && !bySalesHuman) {
      bySalesLeast = bySales(values[13][i] * 100, values[2][i]);
      bySalesMost = bySalesLeast;
    }
    int byCostsLeast = 0;
    int byCostsMost = 50;
    boolean byCostsMissing = !known[14][i] || !known[13][i];
    boolean byCostsHuman = known[14][i] && values[14][i] == 0;
    if (!byCostsMissing && !byCostsHuman) {
      byCostsLeast = byCosts(values[13][i] * 100, values[14][i]);
      byCostsMost = byCostsLeast;
    }
    int moneyLeast = Math.max(bySalesLeast, byCostsLeast);
    int moneyMost = Math.max(bySalesMost, byCostsMost);
    if (moneyLeast != moneyMost) {
      missing |= bySalesMissing || byCostsMissing;
      human |= bySalesHuman || byCostsHuman;
    }
    int outputsLeast;
    int outputsMost;
    if (known[15][i] && values[15][i] >= 1) {
      outputsLeast = 30;
      outputsMost = 30;
    } else {
      boolean two = known[16][i];
      int byTwo = two ? (int) (Math.min(4, values[16][i]) * 6) : 0;
      outputsLeast = byTwo;
      outputsMost = !known[15][i] ? 30 : two ? byTwo : 24;
      missing |= outputsLeast != outputsMost;
    }
    int least = personnelLeast + moneyLeast + outputsLeast;
    int most = personnelMost + moneyMost + outputsMost;
    if (most < 60 || personnelMost == 0) {
      return Answer.NOT_MET;
    }
    return least >= 60 && personnelLeast > 0
        ? Answer.MET
        : missing ? Answer.DATA_MISSING : Answer.NEEDS_HUMAN;
  }

  private static int personnel(double hundredfold, double staff) {
    return hundredfold >= 30 * staff
        ? 20
        : hundredfold >= 25 * staff
            ? 16
            : hundredfold >= 20 * staff
                ? 12
                : hundredfold >= 15 * staff ? 8 : hundredfold >= 10 * staff ? 4 : 0;
  }

  private static int bySales(double hundredfold, double sales) {
    return hundredfold >= 6 * sales
        ? 50
        : hundredfold >= 5 * sales
            ? 40
            : hundredfold >= 4 * sales
                ? 30
                : hundredfold >= 3 * sales ? 20 : hundredfold >= 2 * sales ? 10 : 0;
  }

  private static int byCosts(double hundredfold, double costs) {
    return hundredfold >= 30 * costs
        ? 50
        : hundredfold >= 25 * costs
            ? 40
            : hundredfold >= 20 * costs
                ? 30
                : hundredfold >= 15 * costs ? 20 : hundredfold >= 10 * costs ? 10 : 0;
  }
}
