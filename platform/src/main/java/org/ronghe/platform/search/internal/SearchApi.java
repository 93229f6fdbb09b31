package org.ronghe.platform.search.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.access.Actors;
import org.ronghe.platform.access.Allow;
import org.ronghe.platform.access.Rule;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.search.MarkedText;
import org.ronghe.platform.search.Search;
import org.ronghe.platform.search.SearchAnswer;
import org.ronghe.platform.search.SearchHit;
import org.ronghe.platform.search.SearchKind;
import org.ronghe.platform.search.SearchRequest;
import org.ronghe.platform.web.Cursor;
import org.ronghe.platform.web.ListQuery;
import org.ronghe.platform.web.Saying;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Searching for programs.
@RestController
@Tag(name = "search", description = "Organisations and people by name, reading or identifier")
class SearchApi {
  private static final String ORDER = "search";

  private final Search search;

  SearchApi(Search search) {
    this.search = search;
  }

  /// What was found.
  record Found(Meta meta, List<Result> results) {}

  /// About all that was found.
  ///
  /// @param counts by kind, whatever kind was asked for
  /// @param similar nothing matched as typed; these are similar
  /// @param complete false while the index is first built
  record Meta(
      Map<String, Integer> counts,
      boolean similar,
      boolean complete,
      int perPage,
      @Nullable String nextCursor) {}

  /// One of them.
  record Result(
      String kind,
      long id,
      List<Name> names,
      List<Name> places,
      List<String> identifiers,
      @Nullable String category) {
    static Result of(SearchHit hit) {
      return new Result(
          hit.kind().code(),
          hit.id(),
          hit.names().stream().map(Name::of).toList(),
          hit.places().stream().map(Name::of).toList(),
          hit.identifiers().stream().map(MarkedText::text).toList(),
          hit.category().isEmpty() ? null : hit.category());
    }
  }

  /// A name; its parts put together are its text.
  record Name(String text, @Nullable String language, boolean main, List<MarkedText.Part> parts) {
    static Name of(SearchHit.Name name) {
      return new Name(
          name.text().text(),
          name.language().isEmpty() ? null : name.language(),
          name.main(),
          name.text().parts());
    }
  }

  @GetMapping("/api/v1/search")
  @Allow(Rule.DATA)
  @Operation(
      summary = "Finds organisations and people",
      description =
          "Without a kind, the best of each; with one, all of it in pages. Parts of names that were"
              + " searched for are marked.")
  Found find(
      ListQuery query,
      @Parameter(description = "organisation or person") @RequestParam(defaultValue = "")
          String kind) {
    Set<SearchKind> wanted = kind.isEmpty() ? Set.of() : Set.of(kindOf(kind));
    int offset = offset(query, kind);
    int limit = Math.min(query.perPage(), SearchRequest.DEEPEST - offset);
    SearchAnswer answer =
        search.find(
            new SearchRequest(
                query.search(), wanted, offset, limit, Search.audienceOf(Actors.current())));
    var counts = new TreeMap<String, Integer>();
    answer.counts().forEach((of, count) -> counts.put(of.code(), count));
    int end = offset + limit;
    boolean more =
        wanted.stream().anyMatch(of -> answer.count(of) > end) && end < SearchRequest.DEEPEST;
    return new Found(
        new Meta(
            counts,
            answer.similar(),
            answer.complete(),
            query.perPage(),
            more ? new Cursor(ORDER, List.of(kind, String.valueOf(end))).text() : null),
        answer.hits().stream().map(Result::of).toList());
  }

  private static SearchKind kindOf(String code) {
    return SearchKind.find(code)
        .orElseThrow(() ->
            new NodeProblem(ProblemCode.FILTER_INVALID, Saying.of("search.kind.unknown", code)));
  }

  private static int offset(ListQuery query, String kind) {
    String cursor = query.cursor();
    if (cursor == null || cursor.isEmpty()) {
      return 0;
    }
    List<String> values = Cursor.of(cursor, ORDER, 2).values();
    if (!values.getFirst().equals(kind) || !values.getLast().matches("[0-9]{1,5}")) {
      throw new NodeProblem(ProblemCode.CURSOR_INVALID);
    }
    int offset = Integer.parseInt(values.getLast());
    if (offset >= SearchRequest.DEEPEST) {
      throw new NodeProblem(ProblemCode.CURSOR_INVALID);
    }
    return offset;
  }
}
