package org.ronghe.platform.search.internal;

import java.util.List;
import java.util.Optional;
import org.ronghe.platform.search.SearchAnswer;
import org.ronghe.platform.search.SearchHit;
import org.ronghe.platform.search.SearchKind;
import org.ronghe.platform.search.SearchRequest;
import org.ronghe.platform.web.View;

/// What was found, on screen.
///
/// @param text as typed
/// @param only the kind shown, if not the best of all
/// @param number of this page of that kind, from 1
public record SearchPage(
    View view, String text, Optional<SearchKind> only, int number, SearchAnswer answer) {
  static final int PER_PAGE = 20;
  static final int BEST = 5;

  /// One kind's part of the page.
  public record Group(SearchKind kind, int count, List<SearchHit> hits) {
    public Group {
      hits = List.copyOf(hits);
    }
  }

  /// The kinds of which there are any, with what is shown of them.
  public List<Group> groups() {
    return List.of(SearchKind.values()).stream()
        .map(kind ->
            new Group(
                kind,
                answer.count(kind),
                answer.hits().stream().filter(hit -> hit.kind() == kind).toList()))
        .filter(group -> !group.hits().isEmpty())
        .toList();
  }

  /// Address of the page of one kind, or of the best of all where none is named.
  public String tab(String kind) {
    String query = "/search?q=" + View.encoded(text);
    return kind.isEmpty() ? query : query + "&kind=" + kind;
  }

  /// Address of what answers by its meaning.
  public String meaning() {
    return "/match/brief?q="
        + View.encoded(text)
        + only.map(kind -> "&kind=" + kind.code()).orElse("");
  }

  /// Address of another page of the kind shown.
  public String page(int other) {
    return tab(only.map(SearchKind::code).orElse("")) + "&page=" + other;
  }

  /// Whether there is a page after this one.
  public boolean hasNext() {
    return only.isPresent()
        && number < deepestPage()
        && answer.count(only.get()) > number * PER_PAGE;
  }

  static int deepestPage() {
    return SearchRequest.DEEPEST / PER_PAGE;
  }
}
