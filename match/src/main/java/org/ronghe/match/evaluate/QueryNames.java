package org.ronghe.match.evaluate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.ronghe.match.index.MatchDocument;
import org.ronghe.match.source.Judgement;

/// By which names judgements mean queries.
///
/// Most collections use the ids of the queries' file. Some number the queries by their place (the
/// Cranfield judgements do, though the file has ids of its own), and some write `001` for `1`.
public enum QueryNames {
  /// As given, else without leading zeros, else by place; whichever fits all judgements.
  AUTO,
  /// As the file gives them.
  GIVEN,
  /// 1 for the first query of the file, and so on.
  POSITION;

  /// Names of queries as judgements use them → queries, in their order.
  public Map<String, MatchDocument> resolve(
      List<MatchDocument> queries, List<Judgement> judgements) {
    IntFunction<String> given = i -> queries.get(i).id();
    IntFunction<String> plain = i -> withoutZeros(queries.get(i).id());
    IntFunction<String> place = i -> Integer.toString(i + 1);
    return switch (this) {
      case GIVEN -> named(queries, given);
      case POSITION -> named(queries, place);
      case AUTO -> {
        Set<String> wanted = new HashSet<>();
        judgements.forEach(judgement -> wanted.add(judgement.query()));
        for (IntFunction<String> way : List.of(given, plain, place)) {
          Map<String, MatchDocument> named = named(queries, way);
          if (named.keySet().containsAll(wanted)) {
            yield named;
          }
        }
        yield best(named(queries, given), named(queries, plain), wanted);
      }
    };
  }

  private static Map<String, MatchDocument> best(
      Map<String, MatchDocument> given, Map<String, MatchDocument> plain, Set<String> wanted) {
    return count(plain, wanted) > count(given, wanted) ? plain : given;
  }

  private static int count(Map<String, MatchDocument> named, Set<String> wanted) {
    var both = new ArrayList<>(wanted);
    both.retainAll(named.keySet());
    return both.size();
  }

  private static Map<String, MatchDocument> named(
      List<MatchDocument> queries, IntFunction<String> name) {
    Map<String, MatchDocument> named = new LinkedHashMap<>();
    for (int i = 0; i < queries.size(); i++) {
      named.put(name.apply(i), queries.get(i));
    }
    return named;
  }

  private static String withoutZeros(String id) {
    return id.replaceFirst("^0+(?=\\d)", "");
  }
}
