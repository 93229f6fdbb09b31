package org.ronghe.platform.search.internal;

import java.util.Optional;
import java.util.Set;
import org.ronghe.platform.access.Allow;
import org.ronghe.platform.access.Rule;
import org.ronghe.platform.search.Search;
import org.ronghe.platform.search.SearchKind;
import org.ronghe.platform.search.SearchRequest;
import org.ronghe.platform.web.Page;
import org.ronghe.platform.web.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Searching on screen: the page of results, and the few that appear while typing.
@Controller
class SearchPages {
  private final Search search;

  SearchPages(Search search) {
    this.search = search;
  }

  @GetMapping("/search")
  @Allow(Rule.SIGNED_IN)
  Page search(
      View view,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "1") String page) {
    Optional<SearchKind> only = SearchKind.find(kind);
    int number = only.isPresent() ? pageNumber(page) : 1;
    int limit = only.isPresent() ? SearchPage.PER_PAGE : SearchPage.BEST;
    var request =
        new SearchRequest(
            q.strip(),
            only.map(Set::of).orElse(Set.of()),
            (number - 1) * limit,
            limit,
            Search.audienceOf(view.actor()));
    return Page.of(
        "search/search.jte",
        new SearchPage(view, request.text(), only, number, search.find(request)));
  }

  @GetMapping("/search/quick")
  @Allow(Rule.SIGNED_IN)
  Page quick(View view, @RequestParam(defaultValue = "") String q) {
    var request =
        new SearchRequest(
            q.stripLeading(), Set.of(), 0, SearchPage.BEST, Search.audienceOf(view.actor()));
    return Page.of(
        "search/quick.jte",
        new SearchPage(view, request.text(), Optional.empty(), 1, search.find(request)));
  }

  /// Whatever is no page's number is the first page's.
  private static int pageNumber(String text) {
    int number = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 1;
    return Math.clamp(number, 1, SearchPage.deepestPage());
  }
}
