package org.ronghe.platform.matching.internal;

import java.util.ArrayList;
import java.util.List;
import org.ronghe.match.index.DocumentKind;
import org.ronghe.match.index.MatchDocument;
import org.ronghe.platform.matching.MatchRequest;
import org.ronghe.platform.matching.Offer;

/// Offers and needs as the engine takes them, and what it says back.
final class OfferDocuments {
  static final String ORGANISATION = "organisation:";
  static final String PERSON = "person:";
  private static final char BETWEEN = '\u001F';

  private OfferDocuments() {}

  static MatchDocument of(Offer offer) {
    var owners = new ArrayList<String>();
    owners.add(ORGANISATION + offer.keeper());
    for (Offer.Maker maker : offer.people()) {
      String owner = PERSON + maker.name().strip() + BETWEEN + maker.organisation().strip();
      if (!maker.name().isBlank() && !owners.contains(owner)) {
        owners.add(owner);
      }
    }
    var keywords = new ArrayList<>(offer.keywords());
    // The other title is one more way to be found.
    if (!offer.title().zh().isEmpty() && !offer.title().en().isEmpty()) {
      keywords.add(offer.title().en());
    }
    return new MatchDocument(
        id(offer.id()),
        DocumentKind.ACHIEVEMENT,
        owners,
        offer.title().main(),
        offer.summary(),
        keywords,
        codes(offer.industry()));
  }

  static MatchDocument of(MatchRequest request) {
    return new MatchDocument(
        "asked",
        DocumentKind.NEED,
        List.of(),
        request.title(),
        request.text(),
        List.of(),
        codes(request.industry()));
  }

  static String id(long achievement) {
    return Long.toString(achievement);
  }

  static long achievement(MatchDocument document) {
    return Long.parseLong(document.id());
  }

  static long organisation(String owner) {
    return Long.parseLong(owner.substring(ORGANISATION.length()));
  }

  /// Name and organisation of the person that an owner names.
  static Offer.Maker person(String owner) {
    int between = owner.indexOf(BETWEEN);
    return new Offer.Maker(owner.substring(PERSON.length(), between), owner.substring(between + 1));
  }

  /// Only codes: an industry written out would be a prefix of nothing.
  private static List<String> codes(String industry) {
    String code = industry.strip();
    return code.matches("[A-Za-z]?\\d{1,4}") ? List.of(code) : List.of();
  }
}
