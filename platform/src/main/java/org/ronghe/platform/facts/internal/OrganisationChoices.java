package org.ronghe.platform.facts.internal;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ronghe.platform.access.Allow;
import org.ronghe.platform.access.Rule;
import org.ronghe.platform.accounts.OrganisationNames;
import org.ronghe.platform.facts.dictionary.SubjectKind;
import org.ronghe.platform.search.Search;
import org.ronghe.platform.search.SearchHit;
import org.ronghe.platform.search.SearchKind;
import org.ronghe.platform.search.SearchRequest;
import org.ronghe.platform.text.Language;
import org.ronghe.platform.web.View;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Organisations to choose among while somebody types a name, and what a chosen or typed name
/// means.
@RestController
class OrganisationChoices implements OrganisationNames {
  private static final int MOST = 8;

  private final Search search;
  private final SubjectHeads heads;

  OrganisationChoices(Search search, SubjectHeads heads) {
    this.search = search;
    this.heads = heads;
  }

  /// A choice of a `datalist`.
  ///
  /// @param value name and number, which tells namesakes apart
  /// @param label what else helps to tell
  record Choice(String value, String label) {
    static Choice of(SearchHit hit, Language language) {
      String other = hit.subtitle(language).map(name -> name.text().text()).orElse("");
      return new Choice(hit.title(language).text() + " (" + hit.id() + ")", other);
    }
  }

  @GetMapping("/organisations/choices")
  @Allow(Rule.SIGNED_IN)
  List<Choice> choices(View view, @RequestParam(defaultValue = "") String q) {
    var request =
        new SearchRequest(
            q.strip(), Set.of(SearchKind.ORGANISATION), 0, MOST, Search.audienceOf(view.actor()));
    return search.find(request).hits().stream()
        .map(hit -> Choice.of(hit, view.language()))
        .toList();
  }

  @Override
  public List<Long> meant(String text) {
    return heads.meant(SubjectKind.ORGANISATION, text).stream().map(SubjectHead::id).toList();
  }

  @Override
  public Map<Long, String> names(Collection<Long> organisations, Language language) {
    var names = new LinkedHashMap<Long, String>();
    heads.find(organisations).forEach((id, head) -> names.put(id, head.name(language)));
    return names;
  }
}
