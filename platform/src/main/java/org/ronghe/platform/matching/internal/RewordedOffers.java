package org.ronghe.platform.matching.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ronghe.match.duplicate.DuplicateFinder.Text;
import org.ronghe.match.duplicate.RewordedCopy;
import org.ronghe.match.search.Match;
import org.ronghe.platform.matching.AlignedPassage;
import org.ronghe.platform.matching.MatchRequest;
import org.ronghe.platform.matching.Offer;
import org.ronghe.platform.matching.Reworded;

/// Offers that say what a text says in other words or in the other language: the nearest by words
/// and meaning, proved sentence by sentence (decision 0042).
final class RewordedOffers {
  /// A copy is among the first answers; the others are there to show what is usual in the field.
  private static final int COMPARED = 12;

  /// What is copied shows early; sentences cost vectors.
  private static final int MOST_CHARACTERS = 2_000;

  private static final String ASKED = "";

  private RewordedOffers() {}

  static List<Reworded> of(OpenIndex open, MatchRequest request, MatchingFeed feed)
      throws IOException {
    Set<Long> ids = new TreeSet<>();
    for (Match match : open.nearest(request, COMPARED + 1)) {
      ids.add(OfferDocuments.achievement(match.document()));
    }
    ids.remove(request.without());
    Map<String, Offer> offers = new HashMap<>();
    var texts = new ArrayList<Text>();
    texts.add(new Text(ASKED, cut(request.text())));
    for (Offer offer : feed.read(ids)) {
      offers.put(OfferDocuments.id(offer.id()), offer);
      texts.add(new Text(OfferDocuments.id(offer.id()), cut(offer.summary())));
    }
    var found = new ArrayList<Reworded>();
    for (RewordedCopy copy : open.copies().find(texts)) {
      boolean first = copy.first().equals(ASKED);
      Offer offer = offers.get(first ? copy.second() : copy.first());
      if (offer != null && (first || copy.second().equals(ASKED))) {
        found.add(reworded(copy, first, texts.getFirst().text(), offer));
      }
    }
    found.sort(
        Comparator.comparingDouble((Reworded one) -> -one.strength())
            .thenComparingLong(one -> one.offer().id()));
    return found;
  }

  private static Reworded reworded(RewordedCopy copy, boolean first, String asked, Offer offer) {
    String other = cut(offer.summary());
    var passages = new ArrayList<AlignedPassage>();
    for (RewordedCopy.Alike alike : copy.passages()) {
      String one = (first ? asked : other).substring(alike.firstFrom(), alike.firstTo());
      String two = (first ? other : asked).substring(alike.secondFrom(), alike.secondTo());
      passages.add(first ? new AlignedPassage(one, two) : new AlignedPassage(two, one));
    }
    return new Reworded(offer, copy.translated(), copy.strength(), passages);
  }

  private static String cut(String text) {
    return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS);
  }
}
