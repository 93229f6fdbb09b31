package org.ronghe.platform.search.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.ronghe.platform.search.SearchAnswer;
import org.ronghe.platform.search.SearchDocument;
import org.ronghe.platform.search.SearchHit;
import org.ronghe.platform.search.SearchKind;
import org.ronghe.platform.search.SearchName;
import org.ronghe.platform.search.SearchRequest;
import org.ronghe.platform.text.Language;

/// A small index, and short ways to ask it.
final class SearchWorld implements AutoCloseable {
  static final Set<String> EVERYONE = Set.of(SearchDocument.EVERYONE);

  private final SearchIndex index;

  SearchWorld(Path folder, List<SearchDocument> documents) throws IOException {
    index = SearchIndex.open(folder);
    index.add(documents);
    index.commit(new IndexState("test", 0));
    index.show();
  }

  static SearchDocument organisation(long id, String chinese, String english, String... others) {
    var names = new ArrayList<SearchName>();
    if (!chinese.isEmpty()) {
      names.add(new SearchName(chinese, "zh", true));
    }
    if (!english.isEmpty()) {
      names.add(new SearchName(english, "en", true));
    }
    for (String other : others) {
      names.add(new SearchName(other, "", false));
    }
    return new SearchDocument(
        SearchKind.ORGANISATION, id, names, List.of(), List.of(), "university", EVERYONE);
  }

  static SearchDocument person(long id, String... names) {
    return new SearchDocument(
        SearchKind.PERSON,
        id,
        Arrays.stream(names).map(name -> new SearchName(name, "", true)).toList(),
        List.of(),
        List.of(),
        "",
        EVERYONE);
  }

  static SearchDocument identified(SearchDocument document, String... identifiers) {
    return new SearchDocument(
        document.kind(),
        document.id(),
        document.names(),
        List.of(identifiers),
        document.places(),
        document.category(),
        document.audience());
  }

  static SearchDocument at(SearchDocument document, String... places) {
    return new SearchDocument(
        document.kind(),
        document.id(),
        document.names(),
        document.identifiers(),
        Arrays.stream(places).map(place -> new SearchName(place, "", true)).toList(),
        document.category(),
        document.audience());
  }

  static SearchDocument visibleTo(SearchDocument document, String... audience) {
    return new SearchDocument(
        document.kind(),
        document.id(),
        document.names(),
        document.identifiers(),
        document.places(),
        document.category(),
        Set.of(audience));
  }

  SearchAnswer ask(String text) throws IOException {
    return index.find(new SearchRequest(text, Set.of(), 0, 50, EVERYONE));
  }

  SearchAnswer ask(SearchRequest request) throws IOException {
    return index.find(request);
  }

  /// Titles of what is found, the best first, organisations before people.
  List<String> titles(String text) throws IOException {
    return ask(text).hits().stream().map(hit -> hit.title(Language.CHINESE).text()).toList();
  }

  /// All names of the best hit, marked parts in brackets.
  List<String> marks(String text) throws IOException {
    return ask(text).hits().getFirst().names().stream().map(SearchWorld::marked).toList();
  }

  static String marked(SearchHit.Name name) {
    var text = new StringBuilder();
    name.text()
        .parts()
        .forEach(part -> text.append(part.marked() ? "[" + part.text() + "]" : part.text()));
    return text.toString();
  }

  SearchIndex index() {
    return index;
  }

  @Override
  public void close() throws IOException {
    index.close();
  }
}
