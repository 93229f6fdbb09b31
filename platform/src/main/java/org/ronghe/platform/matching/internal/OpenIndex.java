package org.ronghe.platform.matching.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ronghe.match.duplicate.RewordedCopies;
import org.ronghe.match.index.DocumentVectors;
import org.ronghe.match.index.IndexView;
import org.ronghe.match.index.MatchDocument;
import org.ronghe.match.index.MatchIndex;
import org.ronghe.match.learn.LearnedOrder;
import org.ronghe.match.learn.PairReader;
import org.ronghe.match.search.Engine;
import org.ronghe.match.search.Match;
import org.ronghe.match.search.MatchQuery;
import org.ronghe.match.search.OwnerMatch;
import org.ronghe.match.search.Why;
import org.ronghe.platform.matching.Lesson;
import org.ronghe.platform.matching.MatchAnswer;
import org.ronghe.platform.matching.MatchRequest;
import org.ronghe.platform.matching.Offer;

/// The engine with the index of this database, open.
final class OpenIndex implements AutoCloseable {
  /// People and organisations are a hint beside the offers, not a list to work through.
  private static final int MOST_OWNERS = 5;

  /// So many of the first matches are put into the order that decisions taught. People decide on
  /// what stands first; of what stands far down the decisions say nothing.
  private static final int REORDERED = 60;

  private final Engine engine;
  private final MatchIndex index;
  private final RewordedCopies copies;

  private OpenIndex(Engine engine, MatchIndex index) {
    this.engine = engine;
    this.index = index;
    this.copies = new RewordedCopies(engine.encoders(), engine.bridge(), engine.threads());
  }

  /// Opens the index that the database knows, or begins one anew. Each epoch has a folder of its
  /// own; those of others go.
  static OpenIndex open(Path root, Engine engine, MatchingFeed feed) throws IOException {
    String epoch = feed.state().epoch();
    if (!epoch.isEmpty()) {
      MatchIndex index = engine.index(root.resolve(epoch));
      if (feed.isInStep(index)) {
        removeOthers(root, epoch);
        return new OpenIndex(engine, index);
      }
      index.close();
    }
    String fresh = feed.begin().epoch();
    removeOthers(root, fresh);
    return new OpenIndex(engine, engine.index(root.resolve(fresh)));
  }

  private static void removeOthers(Path root, String epoch) throws IOException {
    if (!Files.isDirectory(root)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> inside = Files.walk(root)) {
      all = inside.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      if (!path.equals(root) && !path.startsWith(root.resolve(epoch))) {
        Files.delete(path);
      }
    }
  }

  MatchIndex index() {
    return index;
  }

  /// What answers a need, by the ids and names that the index holds.
  ///
  /// @param feed gives what is public now: what is no longer does not answer
  /// @param lesson what decisions taught of the order
  MatchAnswer find(MatchRequest request, MatchingFeed feed, long waiting, Optional<Lesson> lesson)
      throws IOException {
    MatchDocument need = OfferDocuments.of(request);
    float[] vector = new DocumentVectors(engine.encoders(), 1).of(List.of(need)).getFirst();
    List<Ordered> matches;
    List<OwnerMatch> people;
    List<OwnerMatch> organisations;
    try (IndexView view = index.view()) {
      int most = request.most() + 1;
      matches = lesson.isEmpty() ? plain(need, vector, view, most) : List.of();
      if (lesson.isPresent()) {
        matches = learned(need, vector, view, most, lesson.get());
      }
      var plain = new MatchQuery(need, Set.of(), Set.of(), MOST_OWNERS, false);
      people = engine.matcher().owners(plain, vector, view, OfferDocuments.PERSON);
      organisations = engine.matcher().owners(plain, vector, view, OfferDocuments.ORGANISATION);
    }
    Set<Long> ids = new TreeSet<>();
    matches.forEach(one -> ids.add(OfferDocuments.achievement(one.match().document())));
    Stream.concat(people.stream(), organisations.stream())
        .flatMap(owner -> owner.works().stream())
        .forEach(match -> ids.add(OfferDocuments.achievement(match.document())));
    Map<Long, Offer> offers = new HashMap<>();
    feed.read(ids).forEach(offer -> offers.put(offer.id(), offer));
    offers.remove(request.without());
    return new MatchAnswer(
        found(matches, offers).stream().limit(request.most()).toList(),
        people.stream().map(owner -> person(owner, offers)).flatMap(List::stream).toList(),
        organisations.stream()
            .map(owner -> organisation(owner, offers))
            .flatMap(List::stream)
            .toList(),
        waiting);
  }

  /// A match in its place.
  private record Ordered(Match match, MatchAnswer.@Nullable Trust trust) {}

  private List<Ordered> plain(MatchDocument need, float[] vector, IndexView view, int most)
      throws IOException {
    var explained = new MatchQuery(need, Set.of(), Set.of(), most, true);
    return engine.matcher().search(explained, vector, view).stream()
        .map(match -> new Ordered(match, null))
        .toList();
  }

  /// The first ones in the order that decisions taught, where that did better on needs put aside;
  /// reasons for those that are shown.
  private List<Ordered> learned(
      MatchDocument need, float[] vector, IndexView view, int most, Lesson lesson)
      throws IOException {
    var wide = new MatchQuery(need, Set.of(), Set.of(), Math.max(REORDERED, most), false);
    List<Match> found = engine.matcher().search(wide, vector, view);
    var reader = new PairReader(engine.terms(), view);
    var valued = new ArrayList<>(LearnedOrder.of(lesson.model(), reader, need, vector, found));
    if (!lesson.pays()) {
      valued.sort(Comparator.comparingDouble((LearnedOrder one) -> -one.match().score()));
    }
    List<LearnedOrder> order = valued.subList(0, Math.min(most, valued.size()));
    if (order.isEmpty()) {
      return List.of();
    }
    Set<String> shown = new TreeSet<>();
    order.forEach(one -> shown.add(one.match().document().id()));
    Map<String, Why> reasons = new HashMap<>();
    var explained = new MatchQuery(need, Set.of(), shown, shown.size(), true);
    for (Match match : engine.matcher().search(explained, vector, view)) {
      Why why = match.why();
      if (why != null) {
        reasons.put(match.document().id(), why);
      }
    }
    return order.stream()
        .map(one -> {
          Match match = one.match();
          return new Ordered(
              new Match(match.document(), match.evidence(), reasons.get(match.document().id())),
              new MatchAnswer.Trust(one.relevantShare(), lesson.decisions()));
        })
        .toList();
  }

  /// What is nearest to a text, without reasons.
  List<Match> nearest(MatchRequest request, int most) throws IOException {
    MatchDocument text = OfferDocuments.of(request);
    float[] vector = new DocumentVectors(engine.encoders(), 1).of(List.of(text)).getFirst();
    try (IndexView view = index.view()) {
      return engine
          .matcher()
          .search(new MatchQuery(text, Set.of(), Set.of(), most, false), vector, view);
    }
  }

  /// Finds texts that say the same in other words.
  RewordedCopies copies() {
    return copies;
  }

  Engine engine() {
    return engine;
  }

  private static List<MatchAnswer.Found> found(List<Ordered> matches, Map<Long, Offer> offers) {
    var found = new ArrayList<MatchAnswer.Found>();
    for (Ordered one : matches) {
      Match match = one.match();
      Offer offer = offers.get(OfferDocuments.achievement(match.document()));
      Why why = match.why();
      if (offer != null && why != null) {
        found.add(new MatchAnswer.Found(offer, match.evidence(), why, one.trust()));
      }
    }
    return found;
  }

  private static List<MatchAnswer.Person> person(OwnerMatch owner, Map<Long, Offer> offers) {
    Offer.Maker maker = OfferDocuments.person(owner.owner());
    List<Offer> works =
        works(owner, offers).stream().filter(offer -> offer.people().contains(maker)).toList();
    return works.isEmpty()
        ? List.of()
        : List.of(new MatchAnswer.Person(maker.name(), maker.organisation(), owner.score(), works));
  }

  private static List<MatchAnswer.Organisation> organisation(
      OwnerMatch owner, Map<Long, Offer> offers) {
    long id = OfferDocuments.organisation(owner.owner());
    List<Offer> works =
        works(owner, offers).stream().filter(offer -> offer.keeper() == id).toList();
    return works.isEmpty()
        ? List.of()
        : List.of(new MatchAnswer.Organisation(id, works.getFirst(), owner.score(), works));
  }

  private static List<Offer> works(OwnerMatch owner, Map<Long, Offer> offers) {
    var works = new ArrayList<Offer>();
    for (Match match : owner.works()) {
      Offer offer = offers.get(OfferDocuments.achievement(match.document()));
      if (offer != null) {
        works.add(offer);
      }
    }
    return works;
  }

  @Override
  public void close() throws IOException {
    index.close();
  }
}
