package org.ronghe.platform.web;

import static java.util.stream.Collectors.joining;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;

/// The order of a list, as in `sort=score:desc,name`, and the places in it. A unique last key makes
/// it total, so that paging neither repeats nor skips.
public final class Sorting {
  private final List<Order> orders;

  private Sorting(List<Order> orders) {
    this.orders = List.copyOf(orders);
  }

  /// What a list can be sorted by.
  ///
  /// @param name in the order
  /// @param sql the expression; never null in any row, never from a reader
  /// @param type PostgreSQL's type of it
  public record Key(String name, String sql, String type) {}

  private record Order(Key key, boolean descending) {
    String text() {
      return descending ? key.name() + ":desc" : key.name();
    }
  }

  /// Reads an order.
  ///
  /// @param asked the reader's; empty for the usual
  /// @param usual such as `rank`
  /// @param unique the last key, different in every row
  /// @throws NodeProblem FILTER_INVALID if a key is unknown
  public static Sorting of(String asked, String usual, Key unique, Key... keys) {
    Map<String, Key> byName = new LinkedHashMap<>();
    Arrays.stream(keys).forEach(key -> byName.put(key.name(), key));
    byName.putIfAbsent(unique.name(), unique);
    var orders = new ArrayList<Order>();
    for (String part : (asked.isBlank() ? usual : asked).split(",", -1)) {
      String[] words = part.strip().split(":", -1);
      Key key = byName.get(words[0]);
      boolean descending = words.length == 2 && words[1].equals("desc");
      boolean known = words.length == 1 || descending || words[1].equals("asc");
      if (key == null || !known || words.length > 2) {
        throw new NodeProblem(
            ProblemCode.FILTER_INVALID,
            Saying.of("web.sort.unknown-key", part, String.join(", ", byName.keySet())));
      }
      orders.add(new Order(key, descending));
    }
    if (orders.stream().noneMatch(order -> order.key().name().equals(unique.name()))) {
      // The way of the key before it, so that an index on both serves either way.
      orders.add(new Order(unique, orders.getLast().descending()));
    }
    return new Sorting(orders);
  }

  /// This order as text.
  public String text() {
    return orders.stream().map(Order::text).collect(joining(","));
  }

  /// What to put after ORDER BY.
  public String orderBy() {
    return orders.stream()
        .map(order -> order.key().sql() + (order.descending() ? " DESC" : ""))
        .collect(joining(", "));
  }

  /// What to select besides, so that [#cursor] finds it: begins with a comma.
  public String columns() {
    var columns = new StringBuilder();
    for (int i = 0; i < orders.size(); i++) {
      columns.append(", CAST(").append(orders.get(i).key().sql()).append(" AS text) AS sort_");
      columns.append(i);
    }
    return columns.toString();
  }

  /// The place of a row that was selected with [#columns].
  public Cursor cursor(ResultSet row) throws SQLException {
    var values = new ArrayList<String>();
    for (int i = 0; i < orders.size(); i++) {
      values.add(row.getString("sort_" + i));
    }
    return new Cursor(text(), values);
  }

  /// What the rows after a place meet.
  ///
  /// @param cursor the reader's; null or empty at the beginning
  /// @throws NodeProblem CURSOR_INVALID if it is none of this order
  public SqlCondition after(@Nullable String cursor) {
    if (cursor == null || cursor.isEmpty()) {
      return SqlCondition.ALL;
    }
    List<String> values = Cursor.of(cursor, text(), orders.size()).values();
    var parameters = new LinkedHashMap<String, Object>();
    for (int i = 0; i < orders.size(); i++) {
      parameters.put("c" + i, values.get(i));
    }
    boolean descending = orders.getFirst().descending();
    if (orders.stream().allMatch(order -> order.descending() == descending)) {
      // Only a comparison of whole rows lets the database begin in the middle of an index.
      String keys = orders.stream().map(order -> order.key().sql()).collect(joining(", "));
      String place = IntStream.range(0, orders.size()).mapToObj(this::value).collect(joining(", "));
      String after = descending ? ") < (" : ") > (";
      return new SqlCondition("(" + keys + after + place + ")", parameters);
    }
    return new SqlCondition(String.join(" OR ", eitherAfter()), parameters);
  }

  private List<String> eitherAfter() {
    var either = new ArrayList<String>();
    for (int i = 0; i < orders.size(); i++) {
      var all = new ArrayList<String>();
      for (int j = 0; j < i; j++) {
        all.add(orders.get(j).key().sql() + " = " + value(j));
      }
      all.add(orders.get(i).key().sql() + (orders.get(i).descending() ? " < " : " > ") + value(i));
      either.add("(" + String.join(" AND ", all) + ")");
    }
    return either;
  }

  private String value(int i) {
    return "CAST(:c" + i + " AS " + orders.get(i).key().type() + ")";
  }
}
