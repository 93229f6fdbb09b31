package org.ronghe.platform.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;

/// The filters of a list, in the style of OpenAlex: `filter=economy:CN|JP,rank:<20,name:!"a, b"`.
///
/// A comma asks for both, `|` for either, `!` before a value for its opposite; `>`, `>=`, `<`, `<=`
/// and `a..b` compare numbers and days; a value that holds one of `,|"` stands in quotes, with `\`
/// before a quote.
public final class Filters {
  private static final int MOST_VALUES = 100;

  /// So many digits fit into 64 bits, whatever they are.
  private static final int LONGEST_WHOLE = 18;

  private final Map<String, Field> fields;

  private Filters(Map<String, Field> fields) {
    this.fields = fields;
  }

  /// What kind of values a field has.
  public enum Kind {
    /// Compared as it is.
    TEXT,
    /// Looked for anywhere inside, whatever the case.
    SEARCH,
    NUMBER,
    DAY,
    /// `true` or `false`.
    TRUTH,
    /// An array of texts, of which one has to be equal.
    ONE_OF
  }

  /// What can be filtered by.
  ///
  /// @param name in the filter
  /// @param kind of its values
  /// @param sql the expression it is compared with; never from a reader
  /// @param choices all values there are; empty where there may be any
  public record Field(String name, Kind kind, String sql, List<String> choices) {
    public Field {
      choices = List.copyOf(choices);
    }

    public Field(String name, Kind kind, String sql) {
      this(name, kind, sql, List.of());
    }

    /// A field of which all values are known.
    public static Field of(String name, String sql, Collection<String> choices) {
      return new Field(name, Kind.TEXT, sql, List.copyOf(choices));
    }
  }

  /// The fields of a list.
  public static Filters of(Field... fields) {
    var byName = new LinkedHashMap<String, Field>();
    Arrays.stream(fields).forEach(field -> byName.put(field.name(), field));
    return new Filters(byName);
  }

  /// The names of all fields.
  public List<String> names() {
    return List.copyOf(fields.keySet());
  }

  /// Reads a filter; the empty one is met by every row.
  ///
  /// @throws NodeProblem FILTER_INVALID with the place that cannot be read
  public SqlCondition parse(String filter) {
    var parts = new ArrayList<String>();
    var parameters = new LinkedHashMap<String, Object>();
    for (String condition : FilterText.split(filter, ',')) {
      if (!condition.isBlank()) {
        parts.add(condition(condition.strip(), parameters));
      }
    }
    return parts.isEmpty()
        ? SqlCondition.ALL
        : new SqlCondition(String.join(" AND ", parts), parameters);
  }

  private String condition(String text, Map<String, Object> parameters) {
    int colon = text.indexOf(':');
    if (colon < 1) {
      throw invalid("web.filter.no-colon", text);
    }
    Field field = fields.get(text.substring(0, colon).strip());
    if (field == null) {
      throw invalid(
          "web.filter.unknown-field", text.substring(0, colon), String.join(", ", fields.keySet()));
    }
    String value = text.substring(colon + 1).strip();
    boolean opposite = value.startsWith("!");
    List<String> values = FilterText.split(opposite ? value.substring(1) : value, '|');
    if (values.size() > MOST_VALUES || parameters.size() > MOST_VALUES) {
      throw invalid("web.filter.too-many", MOST_VALUES);
    }
    String either =
        values.stream()
            .map(one -> comparison(field, one.strip(), parameters))
            .collect(Collectors.joining(" OR ", "(", ")"));
    return opposite ? "NOT coalesce(" + either + ", false)" : either;
  }

  private static String comparison(Field field, String value, Map<String, Object> parameters) {
    boolean ordered = field.kind() == Kind.NUMBER || field.kind() == Kind.DAY;
    int range = value.indexOf("..");
    if (ordered && range > 0) {
      String from = parameter(field, value.substring(0, range), parameters);
      String to = parameter(field, value.substring(range + 2), parameters);
      return field.sql() + " BETWEEN " + from + " AND " + to;
    }
    if (ordered) {
      for (String operator : List.of(">=", "<=", ">", "<")) {
        if (value.startsWith(operator)) {
          String bound = parameter(field, value.substring(operator.length()), parameters);
          return field.sql() + " " + operator + " " + bound;
        }
      }
    }
    String parameter = parameter(field, FilterText.unquoted(value), parameters);
    return switch (field.kind()) {
      case SEARCH -> field.sql() + " ILIKE " + parameter;
      case ONE_OF -> field.sql() + " @> ARRAY[" + parameter + "]::text[]";
      case TEXT, NUMBER, DAY, TRUTH -> field.sql() + " = " + parameter;
    };
  }

  private static String parameter(Field field, String text, Map<String, Object> parameters) {
    String name = "f" + parameters.size();
    parameters.put(name, value(field, text.strip()));
    return ":" + name;
  }

  private static Object value(Field field, String text) {
    try {
      return switch (field.kind()) {
        case TEXT, ONE_OF -> chosen(field, text);
        case SEARCH -> "%" + text.replaceAll("([\\\\%_])", "\\\\$1") + "%";
        case NUMBER -> number(new BigDecimal(text));
        case DAY -> LocalDate.parse(text);
        case TRUTH -> truth(text);
      };
    } catch (NumberFormatException e) {
      throw invalid("web.filter.no-number", field.name(), text);
    } catch (DateTimeParseException e) {
      throw invalid("web.filter.no-day", field.name(), text);
    }
  }

  private static String chosen(Field field, String text) {
    if (!field.choices().isEmpty() && !field.choices().contains(text)) {
      throw invalid("web.filter.no-choice", field.name(), text, String.join(", ", field.choices()));
    }
    return text;
  }

  /// A whole number as one: held against a column of whole numbers, PostgreSQL finds it by an
  /// index, and a decimal number it does not.
  private static Object number(BigDecimal number) {
    boolean whole = number.scale() <= 0 && number.precision() - number.scale() <= LONGEST_WHOLE;
    return whole ? (Object) number.longValueExact() : number;
  }

  private static Boolean truth(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw invalid("web.filter.no-truth", text);
    };
  }

  private static NodeProblem invalid(String key, Object... values) {
    return new NodeProblem(ProblemCode.FILTER_INVALID, Saying.of(key, values));
  }
}
