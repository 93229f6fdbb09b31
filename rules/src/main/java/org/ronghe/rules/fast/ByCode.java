package org.ronghe.rules.fast;

import java.util.Arrays;
import org.ronghe.rules.link.Node;

/// Numbers by the code of a slot, such as cut points by industry.
final class ByCode extends FastNumber {
  private final int slot;
  private final double[] lows;
  private final double[] highs;
  private final boolean[] there;
  private final boolean any;
  private double allLow = Double.POSITIVE_INFINITY;
  private double allHigh = Double.NEGATIVE_INFINITY;

  private ByCode(int slot, int codes, boolean any) {
    this.slot = slot;
    this.any = any;
    lows = new double[codes];
    highs = new double[codes];
    there = new boolean[codes];
  }

  /// The node; null where it is more than a table of exact doubles.
  static @org.jspecify.annotations.Nullable ByCode of(Node.ByCode node, CodeTable codes) {
    if (!(node.code() instanceof Node.ReadCode read)) {
      return null;
    }
    boolean any = !node.values().isEmpty() || node.otherwise().isPresent();
    var table = new ByCode(read.slot().index(), codes.size(), any);
    if (node.otherwise().isPresent()) {
      Arrays.fill(table.there, true);
      for (int code = 0; code < table.lows.length; code++) {
        if (!table.put(code, node.otherwise().get())) {
          return null;
        }
      }
    }
    for (var entry : node.values().entrySet()) {
      if (!table.put(codes.number(entry.getKey()), entry.getValue())) {
        return null;
      }
    }
    return table;
  }

  private boolean put(int code, Node.Numeric value) {
    double low;
    double high;
    switch (value) {
      case Node.Constant constant when isExact(constant.value()) -> {
        low = constant.value().nearest();
        high = low;
      }
      case Node.Range range when isExact(range.least()) && isExact(range.most()) -> {
        low = range.least().nearest();
        high = range.most().nearest();
      }
      default -> {
        return false;
      }
    }
    allLow = Math.min(allLow, low);
    allHigh = Math.max(allHigh, high);
    if (code < lows.length) { // others are codes that no firm has
      lows[code] = low;
      highs[code] = high;
      there[code] = true;
    }
    return true;
  }

  private static boolean isExact(org.ronghe.rules.number.Exact number) {
    return FactColumns.exact(number.nearest()).equals(number);
  }

  @Override
  void eval(Frames frames, int firm, Register out) {
    byte state = frames.states[slot][firm];
    if (state != Frames.KNOWN) {
      if (!any) {
        out.unknown(state);
        return;
      }
      out.range(allLow, allHigh, 0, state);
      out.settle();
      return;
    }
    int code = (int) frames.values[slot][firm];
    if (code >= there.length || !there[code]) {
      out.unknown(Register.HUMAN);
      return;
    }
    out.range(lows[code], highs[code], 0, lows[code] < highs[code] ? Register.HUMAN : 0);
  }
}
