package org.ronghe.atlas.locate;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The Chinese names of the gazetteer's best-known cities.
final class ChineseNames {
  private static final Pattern STATE = Pattern.compile(",\\s*\\p{Lu}{2}$");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  /// Names a reader meets that GeoNames spells otherwise, folded.
  private static final Map<String, String> ALIASES =
      Map.of(
          "bangalore", "bengaluru",
          "macao sar", "macao",
          "macau", "macao",
          "new york", "new york city",
          "tel aviv-yafo", "tel aviv",
          "st louis", "st. louis",
          "saint louis", "st. louis",
          "kiev", "kyiv",
          "washington, d.c.", "washington");

  private final GazetteerFile file;
  private final Map<String, List<Integer>> byName = new HashMap<>();

  ChineseNames(GazetteerFile file) {
    this.file = file;
    for (int entry = 0; entry < file.chinesePlaces.length; entry++) {
      var name = fold(file.name(file.chinesePlaces[entry]));
      byName.computeIfAbsent(name, _ -> new ArrayList<>()).add(entry);
    }
  }

  /// Lower case without diacritics, the typewriter's apostrophe for the printer's.
  static String fold(String name) {
    if (name.chars().allMatch(c -> c < 0x80)) {
      return name.strip().toLowerCase(Locale.ROOT); // most names, and much faster
    }
    var bare = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
    return bare.replace('’', '\'').strip().toLowerCase(Locale.ROOT);
  }

  String ofPlace(int place) {
    int entry = Arrays.binarySearch(file.chinesePlaces, place);
    return entry < 0 ? "" : file.chineseNames[entry];
  }

  String ofCluster(String clusterName, List<String> economies) {
    var cities = new ArrayList<String>();
    for (var part : clusterName.split("–", -1)) {
      var state = STATE.matcher(part);
      boolean hasState = state.find();
      var city = hasState ? part.substring(0, state.start()) : part;
      var admin = hasState ? part.substring(part.length() - 2) : null;
      var chinese = find(fold(city), economies, admin);
      cities.add(chinese == null ? city.strip() : chinese);
    }
    return String.join("–", cities);
  }

  private @Nullable String find(String folded, List<String> economies, @Nullable String admin) {
    var entries = byName.getOrDefault(ALIASES.getOrDefault(folded, folded), List.of());
    String best = null;
    int population = -1;
    for (int entry : entries) {
      int place = file.chinesePlaces[entry];
      boolean elsewhere = !economies.isEmpty() && !economies.contains(file.country(place));
      boolean otherState = admin != null && !admin.equals(file.admin(place));
      if (!elsewhere && !otherState && file.populations[place] > population) {
        best = file.chineseNames[entry];
        population = file.populations[place];
      }
    }
    return best;
  }
}
