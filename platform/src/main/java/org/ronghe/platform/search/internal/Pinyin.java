package org.ronghe.platform.search.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import net.sourceforge.pinyin4j.PinyinHelper;
import net.sourceforge.pinyin4j.format.HanyuPinyinOutputFormat;
import net.sourceforge.pinyin4j.format.HanyuPinyinToneType;
import net.sourceforge.pinyin4j.format.HanyuPinyinVCharType;
import net.sourceforge.pinyin4j.format.exception.BadHanyuPinyinOutputFormatCombination;

/// How Chinese characters are read, without tones.
///
/// Each character keeps all its readings, the usual one first and at most [#MOST_READINGS]: names
/// are indexed character by character, so that 重庆 is found by chongqing and by zhongqing without
/// any name being multiplied by its combinations.
final class Pinyin {
  static final int MOST_READINGS = 4;

  /// Family names and places whose reading is missing or rare in the table.
  private static final Map<String, List<String>> ALSO =
      Map.of(
          "仇", List.of("qiu"),
          "朴", List.of("piao"),
          "盖", List.of("ge"),
          "翟", List.of("zhai"),
          "缪", List.of("miao"),
          "尉", List.of("yu"),
          "蚌", List.of("beng"),
          "六", List.of("lu"),
          "荥", List.of("xing"));

  private final HanyuPinyinOutputFormat format = new HanyuPinyinOutputFormat();
  private final Map<String, List<String>> known = new ConcurrentHashMap<>();

  Pinyin() {
    format.setToneType(HanyuPinyinToneType.WITHOUT_TONE);
    format.setVCharType(HanyuPinyinVCharType.WITH_V);
  }

  /// The readings of a token; empty for what is no Chinese character. `lü` is there as `lv`, as
  /// keyboards have it, and as `lu` and `lyu`, as passports have it.
  List<String> readings(String character) {
    List<String> readings = known.get(character);
    if (readings == null) {
      readings = lookUp(character);
      known.put(character, readings);
    }
    return readings;
  }

  private List<String> lookUp(String character) {
    if (character.length() != 1) {
      return List.of();
    }
    Set<String> readings = new LinkedHashSet<>();
    try {
      String[] found = PinyinHelper.toHanyuPinyinStringArray(character.charAt(0), format);
      if (found != null) {
        for (String reading : found) {
          if (readings.size() < MOST_READINGS && Syllables.isSyllable(reading)) {
            readings.add(reading);
          }
        }
      }
    } catch (BadHanyuPinyinOutputFormatCombination e) {
      throw new IllegalStateException(character, e);
    }
    readings.addAll(ALSO.getOrDefault(character, List.of()));
    for (String reading : new ArrayList<>(readings)) {
      if (reading.startsWith("lv") || reading.startsWith("nv")) {
        readings.add(reading.charAt(0) + "u" + reading.substring(2));
        readings.add(reading.charAt(0) + "yu" + reading.substring(2));
      }
    }
    return List.copyOf(readings);
  }
}
