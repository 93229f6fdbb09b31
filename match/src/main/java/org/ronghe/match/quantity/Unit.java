package org.ronghe.match.quantity;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A unit as it is written, with what it measures and how it is turned into the base unit: `base =
/// value × factor + offset`. Factors: SI brochure, 9th edition (2019), DOI 10.59161/AUEZ1291;
/// rotations and money count as they are.
///
/// @param spelling as it is written
/// @param dimension what it measures
/// @param factor multiplies the value
/// @param offset is added, other than 0 for temperatures alone
public record Unit(String spelling, Dimension dimension, double factor, double offset) {

  /// What is measured.
  public enum Dimension {
    RATIO,
    LENGTH,
    AREA,
    VOLUME,
    MASS,
    TIME,
    TEMPERATURE,
    PRESSURE,
    POWER,
    ENERGY,
    VOLTAGE,
    CURRENT,
    RESISTANCE,
    FREQUENCY,
    SPEED,
    ROTATION,
    MONEY,
    TIMES,
    DENSITY,
    FORCE
  }

  private static final Map<String, Unit> UNITS = units();
  private static final int LONGEST =
      UNITS.keySet().stream().mapToInt(String::length).max().orElseThrow();

  /// All spellings, the longest first.
  static List<String> spellings() {
    return UNITS.keySet().stream()
        .sorted(java.util.Comparator.comparingInt(String::length).reversed())
        .toList();
  }

  /// The unit that a text goes on with at a place; null if with none.
  static @org.jspecify.annotations.Nullable Unit at(String text, int place) {
    int most = Math.min(LONGEST, text.length() - place);
    for (int length = most; length > 0; length--) {
      String spelling = text.substring(place, place + length);
      Unit unit = UNITS.get(spelling);
      if (unit == null && length > 2) {
        unit = UNITS.get(spelling.toLowerCase(Locale.ROOT));
      }
      if (unit != null && endsThere(text, place + length, spelling)) {
        return unit;
      }
    }
    return null;
  }

  /// `3 mm` but not `3 mmol`, `5 m` but not `5 models`.
  private static boolean endsThere(String text, int end, String spelling) {
    char last = spelling.charAt(spelling.length() - 1);
    return end == text.length()
        || !(last < 128 && Character.isLetter(last))
        || !(text.charAt(end) < 128 && Character.isLetter(text.charAt(end)));
  }

  /// A value of this unit in the base unit of its dimension.
  double base(double value) {
    return value * factor + offset;
  }

  private static Map<String, Unit> units() {
    Map<String, Unit> units = new HashMap<>();
    add(units, Dimension.RATIO, 0.01, "%", "％", "个百分点", "percent", "per cent");
    add(units, Dimension.RATIO, 1e-3, "‰");
    add(units, Dimension.RATIO, 1e-6, "ppm");
    add(units, Dimension.LENGTH, 1, "m", "米", "meters", "metres", "meter", "metre");
    add(units, Dimension.LENGTH, 1e3, "km", "千米", "公里");
    add(units, Dimension.LENGTH, 1e-2, "cm", "厘米", "公分");
    add(units, Dimension.LENGTH, 1e-3, "mm", "毫米");
    add(units, Dimension.LENGTH, 1e-6, "μm", "µm", "um", "微米");
    add(units, Dimension.LENGTH, 1e-9, "nm", "纳米");
    add(units, Dimension.AREA, 1, "m2", "m²", "㎡", "平方米", "平米");
    add(units, Dimension.AREA, 1e-4, "cm2", "cm²", "平方厘米");
    add(units, Dimension.AREA, 1e-6, "mm2", "mm²", "平方毫米");
    add(units, Dimension.AREA, 10_000.0 / 15, "亩");
    add(units, Dimension.VOLUME, 1, "m3", "m³", "立方米", "方");
    add(units, Dimension.VOLUME, 1e-3, "L", "l", "升");
    add(units, Dimension.VOLUME, 1e-6, "mL", "ml", "毫升", "cm3", "cm³");
    add(units, Dimension.MASS, 1, "kg", "Kg", "KG", "千克", "公斤");
    add(units, Dimension.MASS, 1e-3, "g", "克");
    add(units, Dimension.MASS, 1e-6, "mg", "毫克");
    add(units, Dimension.MASS, 1e3, "t", "吨", "tonnes", "tons");
    add(units, Dimension.MASS, 1e7, "万吨");
    add(units, Dimension.TIME, 1, "s", "秒", "seconds", "sec");
    add(units, Dimension.TIME, 1e-3, "ms", "毫秒");
    add(units, Dimension.TIME, 1e-6, "μs", "µs", "us", "微秒");
    add(units, Dimension.TIME, 60, "min", "分钟", "minutes");
    add(units, Dimension.TIME, 3600, "h", "小时", "hours", "hour");
    add(units, Dimension.TIME, 86_400, "d", "天", "日", "days");
    add(units, Dimension.TIME, 365.25 * 86_400, "年", "years", "year");
    units.put("℃", new Unit("℃", Dimension.TEMPERATURE, 1, 273.15));
    for (String celsius : List.of("°C", "° C", "摄氏度", "度C", "oC", "ºC")) {
      units.put(celsius, new Unit(celsius, Dimension.TEMPERATURE, 1, 273.15));
    }
    units.put("K", new Unit("K", Dimension.TEMPERATURE, 1, 0));
    add(units, Dimension.PRESSURE, 1, "Pa", "帕");
    add(units, Dimension.PRESSURE, 1e3, "kPa", "KPa", "千帕");
    add(units, Dimension.PRESSURE, 1e6, "MPa", "Mpa", "兆帕");
    add(units, Dimension.PRESSURE, 1e9, "GPa", "Gpa", "吉帕");
    add(units, Dimension.PRESSURE, 1e5, "bar", "公斤压力");
    add(units, Dimension.POWER, 1, "W", "瓦");
    add(units, Dimension.POWER, 1e3, "kW", "KW", "kw", "千瓦");
    add(units, Dimension.POWER, 1e6, "MW", "兆瓦");
    add(units, Dimension.POWER, 1e-3, "mW", "毫瓦");
    add(units, Dimension.ENERGY, 1, "J", "焦耳");
    add(units, Dimension.ENERGY, 3.6e6, "kWh", "kW·h", "KWh", "千瓦时", "度电");
    add(units, Dimension.ENERGY, 3600, "Wh");
    add(units, Dimension.VOLTAGE, 1, "V", "伏", "伏特");
    add(units, Dimension.VOLTAGE, 1e3, "kV", "KV", "千伏");
    add(units, Dimension.VOLTAGE, 1e-3, "mV", "毫伏");
    add(units, Dimension.CURRENT, 1, "A", "安培");
    add(units, Dimension.CURRENT, 1e-3, "mA", "毫安");
    add(units, Dimension.RESISTANCE, 1, "Ω", "Ω", "欧姆");
    add(units, Dimension.FREQUENCY, 1, "Hz", "赫兹");
    add(units, Dimension.FREQUENCY, 1e3, "kHz", "KHz", "千赫");
    add(units, Dimension.FREQUENCY, 1e6, "MHz", "兆赫");
    add(units, Dimension.FREQUENCY, 1e9, "GHz", "吉赫");
    add(units, Dimension.SPEED, 1, "m/s", "米/秒");
    add(units, Dimension.SPEED, 1 / 3.6, "km/h", "公里/小时", "公里/时");
    add(units, Dimension.SPEED, 1.0 / 60, "m/min", "米/分", "米/分钟");
    add(units, Dimension.ROTATION, 1, "rpm", "r/min", "转/分", "转/分钟");
    add(units, Dimension.MONEY, 1, "元", "人民币", "yuan");
    add(units, Dimension.MONEY, 1e4, "万元");
    add(units, Dimension.MONEY, 1e8, "亿元");
    add(units, Dimension.TIMES, 1, "倍", "times");
    add(units, Dimension.DENSITY, 1e3, "g/cm3", "g/cm³", "克/立方厘米", "kg/L");
    add(units, Dimension.DENSITY, 1, "kg/m3", "kg/m³", "千克/立方米", "g/L");
    add(units, Dimension.DENSITY, 1e-3, "mg/L", "mg/l", "毫克/升");
    add(units, Dimension.FORCE, 1, "N", "牛顿");
    add(units, Dimension.FORCE, 1e3, "kN", "KN", "千牛");
    return Map.copyOf(units);
  }

  private static void add(
      Map<String, Unit> units, Dimension dimension, double factor, String... spellings) {
    for (String spelling : spellings) {
      units.put(spelling, new Unit(spelling, dimension, factor, 0));
    }
  }
}
