package org.ronghe.match.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
  private final DocumentVectors documentVectors;
  private final TermReader terms;
  private final Bridge bridge;
  private final Explainer explainer;

  public Matcher(Encoders encoders, TermReader terms, Bridge bridge) {
    this.documentVectors = new DocumentVectors(encoders, 1);
    this.terms = terms;
    this.bridge = bridge;
    this.explainer = new Explainer(terms);
  }

  /// The best answers, best first; of equal scores the smaller id first.
  public List<Match> search(MatchQuery query, IndexView view) throws IOException {
    MatchDocument asking = query.document();
    return search(query, documentVectors.of(List.of(asking)).getFirst(), view);
  }

  /// The same with the asking document's vector at hand, as when all needs are matched at night.
  public List<Match> search(MatchQuery query, float[] vector, IndexView view) throws IOException {
    MatchDocument asking = query.document();
    var side = asking.kind().side().other();
    Tongue tongue = asking.tongue();
    @Nullable Translation translation =
        view.vectors(side, tongue.other()) == 0
            ? null
            : bridge.translate(asking.whole(), tongue.other());
    List<Translation> translations = translation == null ? List.of() : List.of(translation);
    WeightedTerms weighted = WeightedTerms.of(asking, translations, terms, view);
    Query words = weighted.query(side);
    Map<Tongue, Meaning> meanings =
        view.vectorsFit() ? meanings(asking, vector, translation, view) : Map.of();
    var candidates = new Candidates(view, side, query.kinds());
    int[] documents =
        query.among().isEmpty()
            ? candidates.find(words, meanings, query.most())
            : candidates.withIds(query.among());
    if (documents.length == 0) {
      return List.of();
    }
    double[] lexical = candidates.lexical(words, documents);
    float[] @Nullable [] seen = new float[documents.length][];
    double[] cosines = new double[documents.length];
    double[] semantic = new double[documents.length];
    boolean[] translated = new boolean[documents.length];
    for (var entry : meanings.entrySet()) {
      place(
          entry.getValue(),
          candidates.vectors(entry.getKey(), documents),
          seen,
          cosines,
          semantic,
          translated,
          entry.getKey() != tongue);
    }
    double[] lexicalStandard = Fusion.standard(lexical);
    double[] both = new double[documents.length];
    for (int i = 0; i < both.length; i++) {
      both[i] = lexicalStandard[i] + semantic[i];
    }
    double[] neighbours = Fusion.neighbours(both, seen);
    List<String> ids = candidates.ids(documents);
    return IntStream.range(0, documents.length)
        .boxed()
        .sorted(
            Comparator.<Integer>comparingDouble(i -> -(both[i] + neighbours[i]))
                .thenComparing(ids::get))
        .limit(query.most())
        .map(i ->
            match(
                query,
                view.document(documents[i]),
                new Evidence(
                    lexicalStandard[i],
                    semantic[i],
                    neighbours[i],
                    weighted.most() > 0 ? Math.min(1, lexical[i] / weighted.most()) : 0,
                    cosines[i],
                    translated[i]),
                weighted,
                translation))
        .toList();
  }

  private Match match(
      MatchQuery query,
      MatchDocument document,
      Evidence evidence,
      WeightedTerms weighted,
      @Nullable Translation translation) {
    return new Match(
        document,
        evidence,
        query.explained()
            ? explainer.why(query.document(), document, weighted, translation)
            : null);
  }

  private Map<Tongue, Meaning> meanings(
      MatchDocument asking, float[] vector, @Nullable Translation translation, IndexView view) {
    var side = asking.kind().side();
    Map<Tongue, Meaning> meanings = new EnumMap<>(Tongue.class);
    Tongue tongue = asking.tongue();
    if (view.vectors(side.other(), tongue) > 0) {
      float[] middle = Meaning.middleOfAskers(tongue, side, view, vector.length);
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

  /// Puts the closeness of the documents of one language in its place, in standard deviations among
  /// those.
  private static void place(
      Meaning meaning,
      float[] @Nullable [] vectors,
      float[] @Nullable [] seen,
      double[] cosines,
      double[] semantic,
      boolean[] translated,
      boolean isTranslated) {
    var places = new ArrayList<Integer>();
    for (int i = 0; i < vectors.length; i++) {
      float[] vector = vectors[i];
      if (vector != null) {
        float[] from = meaning.seen(vector);
        seen[i] = from;
        cosines[i] = meaning.cosine(from);
        translated[i] = isTranslated;
        places.add(i);
      }
    }
    double[] standard = Fusion.standard(places.stream().mapToDouble(i -> cosines[i]).toArray());
    for (int i = 0; i < standard.length; i++) {
      semantic[places.get(i)] = standard[i];
    }
  }
}
