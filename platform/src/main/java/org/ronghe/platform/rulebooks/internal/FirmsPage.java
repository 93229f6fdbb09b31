package org.ronghe.platform.rulebooks.internal;

import java.util.List;
import java.util.Map;
import org.ronghe.platform.rulebooks.TitleKey;
import org.ronghe.platform.rulebooks.internal.CityTable.Choices;
import org.ronghe.platform.web.Listing;
import org.ronghe.platform.web.View;
import org.ronghe.rules.book.CaseKind;
import org.ronghe.rules.evaluate.Answer;

/// Firms and their answers, narrowed, sorted and paged.
///
/// @param names of the titles
public record FirmsPage(
    View view, Listing<FirmAnswer> rows, Map<TitleKey, String> names, Choices choices) {
  /// What the page narrows by, each a parameter of its own.
  static final List<String> FIELDS =
      List.of("rulebook", "title", "answer", "kind", "steps", "district", "industry");

  public FirmsPage {
    names = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(names));
  }

  public String title(TitleKey key) {
    return names.getOrDefault(key, key.path());
  }

  /// The titles of the rulebooks there are, as a choice: `rulebook/title`.
  public boolean isChosen(TitleKey key) {
    return key.rulebook().equals(view.parameter("rulebook"))
        && key.title().equals(view.parameter("title"));
  }

  public String answer(Answer answer) {
    return answer.words().in(FirmTitle.of(view.language()));
  }

  public String kind(CaseKind kind) {
    return kind.title().in(FirmTitle.of(view.language()));
  }

  public String industry(String section) {
    return CityPage.industry(section, view);
  }

  public boolean narrowed() {
    return view.request().query().keySet().stream().anyMatch(name -> !name.equals("sort"));
  }
}
