package org.ronghe.match.search;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
import org.ronghe.match.bridge.Bridge;
import org.ronghe.match.bridge.Translation;
import org.ronghe.match.index.DocumentVectors;
import org.ronghe.match.index.IndexView;
import org.ronghe.match.index.MatchDocument;
import org.ronghe.match.text.TermReader;
import org.ronghe.match.text.Tongue;
import org.ronghe.match.vector.Encoders;

/// Answers needs with offers, and offers with needs: candidates by words and by meaning, each with
/// both scores in standard deviations, added up, ordered, explained. Safe for threads.
public final class Matcher {
  private static final int OWNERS_COMPARED = 50;
  private static final int WORKS_OF_OWNER = 3;

  private final DocumentVectors documentVectors;
  private final TermReader terms;
  private final Bridge bridge;
  private final Explainer explainer;

  public Matcher(Encoders encoders, TermReader terms, Bridge bridge) {
    this.documentVectors = new DocumentVectors(encoders, 2);
    this.terms = terms;
    this.bridge = bridge;
    this.explainer = new Explainer(terms);
  }

  /// The best answers, best first; of equal scores the smaller id first.
  public List<Match> search(MatchQuery query, IndexView view) throws IOException {
    MatchDocument asking = query.document();
    return search(query, () -> documentVectors.of(List.of(asking)).getFirst(), view);
  }

  /// The same with the asking document's vector at hand, as when all needs are matched at night.
  public List<Match> search(MatchQuery query, float[] vector, IndexView view) throws IOException {
    return search(query, () -> vector, view);
  }

  private List<Match> search(MatchQuery query, Supplier<float[]> vector, IndexView view)
      throws IOException {
    if (saysNothing(query)) {
      return List.of();
    }
    Asked asked = asked(query, vector, view);
    int[] documents =
        query.among().isEmpty() ? found(asked) : asked.candidates().withIds(query.among());
    if (documents.length == 0) {
      return List.of();
    }
    var scores = new Scores(asked, documents);
    return matches(asked, scores, scores.best(query.most()), view);
  }

  /// Signs and pictures alone have a vector, too, and one nearest to it; it answers nothing.
  private static boolean saysNothing(MatchQuery query) {
    return query.document().whole().codePoints().noneMatch(Character::isLetterOrDigit);
  }

  /// Those for whom the best answers speak, such as experts by their works: each by the mean score
  /// of its best three works, which says more of somebody than one vector of all they ever did. The
  /// best first; of equal scores the smaller id first.
  ///
  /// @param prefix only owners whose ids begin so
  public List<OwnerMatch> owners(MatchQuery query, float[] vector, IndexView view, String prefix)
      throws IOException {
    if (saysNothing(query)) {
      return List.of();
    }
    Asked asked = asked(query, () -> vector, view);
    int[] first = found(asked);
    if (first.length == 0) {
      return List.of();
    }
    var wanted = new TreeSet<String>();
    List<List<String>> ownersOfFirst = asked.candidates().owners(first);
    for (int i : new Scores(asked, first).best(first.length)) {
      if (wanted.size() < OWNERS_COMPARED) {
        ownersOfFirst.get(i).stream()
            .filter(owner -> owner.startsWith(prefix))
            .forEach(wanted::add);
      }
    }
    if (wanted.isEmpty()) {
      return List.of();
    }
    // Their other works as well, with the first ones, so that all are measured by one yardstick.
    int[] theirs =
        asked.candidates().of(wanted).find(asked.toFind(), asked.meanings(), query.most());
    int[] documents = Candidates.both(first, theirs);
    var scores = new Scores(asked, documents);
    List<List<String>> owners = asked.candidates().owners(documents);
    Map<String, List<Integer>> works = new TreeMap<>();
    for (int i : scores.best(documents.length)) {
      for (String owner : owners.get(i)) {
        List<Integer> best =
            wanted.contains(owner)
                ? works.computeIfAbsent(owner, key -> new ArrayList<>())
                : List.of();
        if (wanted.contains(owner) && best.size() < WORKS_OF_OWNER) {
          best.add(i);
        }
      }
    }
    Map<String, Double> means = new TreeMap<>();
    works.forEach((owner, best) ->
        means.put(owner, best.stream().mapToDouble(scores::score).average().orElseThrow()));
    return works.entrySet().stream()
        .sorted(
            Comparator.<Map.Entry<String, List<Integer>>>comparingDouble(
                    entry -> -means.getOrDefault(entry.getKey(), 0.0))
                .thenComparing(Map.Entry::getKey))
        .limit(query.most())
        .map(entry ->
            new OwnerMatch(
                entry.getKey(),
                means.getOrDefault(entry.getKey(), 0.0),
                matches(asked, scores, entry.getValue(), view)))
        .toList();
  }

  /// Makes a query ready. The models work out what it means while its words are looked up, and what
  /// these bring up is looked at: the one takes about as long as the other.
  private Asked asked(MatchQuery query, Supplier<float[]> vector, IndexView view)
      throws IOException {
    MatchDocument asking = query.document();
    var side = asking.kind().side().other();
    Tongue tongue = asking.tongue();
    @Nullable Translation translation =
        view.vectors(side, tongue.other()) == 0
            ? null
            : bridge.translate(asking.whole(), tongue.other());
    var meaning =
        new FutureTask<Map<Tongue, Meaning>>(
            () -> view.vectorsFit() ? meanings(asking, vector.get(), translation, view) : Map.of());
    Thread.startVirtualThread(meaning);
    List<Translation> translations = translation == null ? List.of() : List.of(translation);
    WeightedTerms weighted = WeightedTerms.of(asking, translations, terms, view);
    Query toFind = weighted.queryToFind(side);
    var candidates = new Candidates(view, side, query.kinds());
    var looked = new Looked(candidates, candidates.scores(weighted));
    boolean finds = query.among().isEmpty();
    int[] byWords = finds ? candidates.byWords(toFind, query.most()) : new int[0];
    looked.look(byWords);
    Explainer.@Nullable Asking explained =
        query.explained() ? explainer.asking(asking, weighted, translation) : null;
    Map<Tongue, Meaning> meanings = done(meaning);
    int[] byMeaning = finds ? candidates.byMeaning(meanings, query.most()) : new int[0];
    return new Asked(
        tongue,
        weighted.most(),
        toFind,
        meanings,
        explained,
        candidates,
        looked,
        IntStream.of(Candidates.both(byWords, byMeaning)).boxed().toList());
  }

  private static int[] found(Asked asked) {
    return asked.found().stream().mapToInt(Integer::intValue).toArray();
  }

  private static <T> T done(Future<T> task) throws IOException {
    try {
      return task.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case IOException cause -> throw cause;
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw new IllegalStateException(e);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while a query was embedded");
    }
  }

  private List<Match> matches(Asked asked, Scores scores, List<Integer> places, IndexView view) {
    Explainer.@Nullable Asking asking = asked.explained();
    return places.parallelStream()
        .map(place -> {
          MatchDocument document = view.document(scores.document(place));
          return new Match(
              document,
              scores.evidence(place),
              asking == null ? null : explainer.why(asking, document));
        })
        .toList();
  }

  private Map<Tongue, Meaning> meanings(
      MatchDocument asking, float[] vector, @Nullable Translation translation, IndexView view) {
    var side = asking.kind().side();
    Map<Tongue, Meaning> meanings = new EnumMap<>(Tongue.class);
    Tongue tongue = asking.tongue();
    if (view.vectors(side.other(), tongue) > 0) {
      float[] middle = view.centreOfAskers(side, tongue, vector.length);
      meanings.put(tongue, Meaning.of(vector, tongue, side.other(), view, middle));
    }
    if (translation != null && !translation.text().isBlank()) {
      Tongue other = tongue.other();
      float[] carried = documentVectors.of(translation.text(), other);
      // Texts put together from a dictionary lie apart from real ones: no middle of those is
      // theirs.
      float[] middle = new float[carried.length];
      meanings.put(other, Meaning.of(carried, other, side.other(), view, middle));
    }
    return meanings;
  }
}
