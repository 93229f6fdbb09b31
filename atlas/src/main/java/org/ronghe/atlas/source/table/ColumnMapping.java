package org.ronghe.atlas.source.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.ronghe.atlas.problem.ErrorCode;
import org.ronghe.atlas.problem.ProblemException;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Which heading of a file stands for which column, as the user says: `id=deal_no`, `lat=纬度`. What
/// the user does not say is found by name and synonym, whatever the case of the letters.
public final class ColumnMapping {
  private static final ColumnMapping NONE = new ColumnMapping(Map.of());

  private final Map<String, String> headings;

  private ColumnMapping(Map<String, String> headings) {
    this.headings = headings;
  }

  /// No mapping: names and synonyms alone.
  public static ColumnMapping none() {
    return NONE;
  }

  /// The mapping that `headings` spell out.
  ///
  /// @param headings from the column's name to its heading in the file
  public static ColumnMapping of(Map<String, String> headings) {
    var lower = new TreeMap<String, String>();
    headings.forEach((name, heading) -> lower.put(name.strip().toLowerCase(Locale.ROOT), heading));
    return new ColumnMapping(lower);
  }

  /// Reads a YAML file of one mapping, `column: heading` on each line.
  ///
  /// @throws ProblemException if it is missing, unreadable or of another form
  public static ColumnMapping read(Path yaml) {
    var file = yaml.toString();
    try {
      var settings = LoadSettings.builder().setLabel(file).build();
      var read = new LinkedHashMap<String, String>();
      if (!(new Load(settings).loadFromString(Files.readString(yaml)) instanceof Map<?, ?> map)) {
        throw new ProblemException(ErrorCode.FILE_UNKNOWN, file, "column: heading");
      }
      for (var entry : map.entrySet()) {
        if (entry.getValue() instanceof Map<?, ?> || entry.getValue() instanceof List<?>) {
          throw new ProblemException(ErrorCode.FILE_UNKNOWN, file, "column: heading");
        }
        read.put(String.valueOf(entry.getKey()), String.valueOf(entry.getValue()));
      }
      return of(read);
    } catch (IOException e) {
      throw TableInput.unreadable(file, e);
    } catch (YamlEngineException e) {
      throw new ProblemException(ErrorCode.FILE_UNREADABLE, file, String.valueOf(e.getMessage()));
    }
  }

  /// This mapping with the entries of `other` where both have one: options win over a file.
  public ColumnMapping with(ColumnMapping other) {
    var both = new TreeMap<>(headings);
    both.putAll(other.headings);
    return new ColumnMapping(both);
  }

  /// The places of `targets` among `columns`, in the order of the targets; -1 for one that is not
  /// there. No heading serves two targets.
  ///
  /// @throws ProblemException if the mapping names a column nobody asks for or a heading that is
  ///   not there, or if a required column is missing
  public int[] resolve(String file, List<String> columns, List<ColumnTarget> targets) {
    refuseUnknownNames(targets);
    int[] index = new int[targets.size()];
    var taken = new boolean[columns.size()];
    for (int t = 0; t < index.length; t++) {
      index[t] = mapped(file, columns, targets.get(t).name());
      if (index[t] >= 0) {
        taken[index[t]] = true;
      }
    }
    for (int t = 0; t < index.length; t++) {
      if (index[t] < 0) {
        index[t] = find(columns, taken, targets.get(t));
        if (index[t] >= 0) {
          taken[index[t]] = true;
        } else if (targets.get(t).required()) {
          throw missing(file, targets.get(t).name(), columns);
        }
      }
    }
    return index;
  }

  static ProblemException missing(String file, String name, List<String> columns) {
    return new ProblemException(ErrorCode.COLUMN_MISSING, file, name, String.join(", ", columns));
  }

  private int mapped(String file, List<String> columns, String name) {
    var heading = headings.get(name);
    if (heading == null) {
      return -1;
    }
    int c = indexOf(columns, heading);
    if (c < 0) {
      throw new ProblemException(
          ErrorCode.MAPPED_COLUMN_MISSING, file, heading, name, String.join(", ", columns));
    }
    return c;
  }

  private static int find(List<String> columns, boolean[] taken, ColumnTarget target) {
    var names = new ArrayList<String>();
    names.add(target.name());
    names.addAll(target.synonyms());
    for (var name : names) {
      int c = indexOf(columns, name);
      if (c >= 0 && !taken[c]) {
        return c;
      }
    }
    return -1;
  }

  private static int indexOf(List<String> columns, String heading) {
    int c = columns.indexOf(heading);
    for (int i = 0; c < 0 && i < columns.size(); i++) {
      c = normal(columns.get(i)).equals(normal(heading)) ? i : -1;
    }
    return c;
  }

  /// Case, and whether words are parted by space, dash or underscore, say nothing.
  private static String normal(String heading) {
    return heading.strip().toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
  }

  private void refuseUnknownNames(List<ColumnTarget> targets) {
    var known = targets.stream().map(ColumnTarget::name).toList();
    for (var name : headings.keySet()) {
      if (!known.contains(name)) {
        throw new ProblemException(
            ErrorCode.COLUMN_UNKNOWN, name, Nearest.of(name, targets), String.join(", ", known));
      }
    }
  }
}
