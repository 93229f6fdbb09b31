package org.ronghe.platform.search;

import java.util.List;
import java.util.Optional;
import org.ronghe.platform.text.Language;

/// One thing found.
///
/// @param names all its names, main ones first, in the order of the document
/// @param identifiers those that were searched for
/// @param places names of the place where an organisation is, of the organisation a person works
///   for
/// @param category code of the kind of organisation; empty for people
public record SearchHit(
    SearchKind kind,
    long id,
    List<Name> names,
    List<MarkedText> identifiers,
    List<Name> places,
    String category) {

  /// A name with its marks.
  public record Name(MarkedText text, String language, boolean main) {}

  public SearchHit {
    names = List.copyOf(names);
    identifiers = List.copyOf(identifiers);
    places = List.copyOf(places);
  }

  /// The address of its page.
  public String href() {
    return kind.href(id);
  }

  /// What it is called, in that language if it has a name in it.
  public MarkedText title(Language language) {
    return titleName(language).text();
  }

  /// The language of the title, for `lang`; empty where unknown.
  public String titleLanguage(Language language) {
    return titleName(language).language();
  }

  /// The name to show under the title: the one that was searched for if the title was not, or else
  /// the main name in another language.
  public Optional<Name> subtitle(Language language) {
    Name title = titleName(language);
    if (!title.text().hasMarks()) {
      Optional<Name> meant = names.stream().filter(name -> name.text().hasMarks()).findFirst();
      if (meant.isPresent()) {
        return meant;
      }
    }
    return names.stream().filter(name -> name.main() && !name.equals(title)).findFirst();
  }

  /// Where it is, in that language as far as there are names in it.
  public List<MarkedText> where(Language language) {
    List<MarkedText> fitting =
        places.stream()
            .filter(name -> name.language().isEmpty() || name.language().equals(language.code()))
            .map(Name::text)
            .toList();
    return fitting.isEmpty() ? places.stream().map(Name::text).toList() : fitting;
  }

  private Name titleName(Language language) {
    return names.stream()
        .filter(name -> name.main() && name.language().equals(language.code()))
        .findFirst()
        .orElse(names.getFirst());
  }
}
