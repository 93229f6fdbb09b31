package org.ronghe.platform.facts.dictionary;

import java.util.List;
import java.util.Locale;
import org.ronghe.platform.facts.identifier.IdentifierScheme;

/// What facts are about.
public enum SubjectKind {
  ORGANISATION,
  PERSON,
  WORK;

  /// The schemes that identify a subject of this kind.
  public List<IdentifierScheme> schemes() {
    return switch (this) {
      case ORGANISATION -> List.of(IdentifierScheme.USCC, IdentifierScheme.ROR);
      case PERSON -> List.of(IdentifierScheme.ORCID);
      case WORK ->
          List.of(
              IdentifierScheme.DOI,
              IdentifierScheme.CN_PATENT,
              IdentifierScheme.PATENT_PUBLICATION);
    };
  }

  /// The word in the database, in the dictionary's files and in the API.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
