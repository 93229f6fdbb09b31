package org.ronghe.match.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ronghe.match.bridge.Translation;
import org.ronghe.match.index.MatchDocument;
import org.ronghe.match.quantity.Checks;
import org.ronghe.match.quantity.Quantity;
import org.ronghe.match.quantity.QuantityReader;
import org.ronghe.match.text.Term;
import org.ronghe.match.text.TermReader;
import org.ronghe.match.text.TextForm;

/// Says why a document answers another.
final class Explainer {
  private static final int MOST_TERMS = 8;
  private static final int MOST_MISSING = 5;

  private final TermReader terms;
  private final Checks checks;

  Explainer(TermReader terms) {
    this.terms = terms;
    this.checks = Checks.sure(terms);
  }

  /// An asking document made ready to be held against many.
  Asking asking(MatchDocument document, WeightedTerms weighted, @Nullable Translation translation) {
    String text = document.whole();
    List<Term> read = terms.terms(text);
    return new Asking(
        document,
        text,
        read,
        texts(read),
        QuantityReader.read(text),
        weighted,
        translation == null ? Map.of() : translation.origins());
  }

  /// What asks.
  ///
  /// @param own its terms
  /// @param demands its quantities
  /// @param origins of translated terms
  record Asking(
      MatchDocument document,
      String text,
      List<Term> terms,
      Set<String> own,
      List<Quantity> demands,
      WeightedTerms weighted,
      Map<String, String> origins) {}

  Why why(Asking asking, MatchDocument answering) {
    String answered = answering.whole();
    List<Term> answeredTerms = terms.terms(answered);
    Set<String> shared = texts(answeredTerms);
    Map<String, String> origins = asking.origins();
    Map<String, Double> weights = asking.weighted().weights();
    shared.removeIf(term -> !asking.own().contains(term) && !origins.containsKey(term));
    List<Stretch> askedStretches =
        Stretch.of(asking.text(), asking.terms(), shared::contains, weights);
    List<Stretch> answeredStretches =
        Stretch.of(answered, answeredTerms, shared::contains, weights);
    Set<String> carried = new HashSet<>();
    for (String term : shared) {
      if (!asking.own().contains(term)) {
        carried.add(origins.getOrDefault(term, term));
      }
    }
    if (askedStretches.isEmpty() && !carried.isEmpty()) {
      askedStretches = Stretch.ofWords(asking.text(), carried);
    }
    return new Why(
        names(answered, answeredStretches, asking.own(), origins),
        Stretch.passage(asking.text(), askedStretches),
        Stretch.passage(answered, answeredStretches),
        asking.demands().isEmpty()
            ? List.of()
            : checks.of(asking.demands(), QuantityReader.read(answered)),
        asking.document().codesSharedWith(answering),
        missing(asking.document(), shared, carried, asking.weighted()));
  }

  private static Set<String> texts(List<Term> terms) {
    var texts = new HashSet<String>();
    terms.forEach(term -> texts.add(term.text()));
    return texts;
  }

  /// The matched stretches of the answer as they are written there, the heaviest first.
  private List<String> names(
      String answered, List<Stretch> stretches, Set<String> ownTerms, Map<String, String> origins) {
    Map<String, Double> weights = new LinkedHashMap<>();
    for (Stretch stretch : stretches) {
      String name = answered.substring(stretch.from(), stretch.to());
      weights.merge(name.toLowerCase(Locale.ROOT), stretch.weight(), Math::max);
    }
    Map<String, String> written = new HashMap<>();
    for (String name : weights.keySet()) {
      List<String> inside =
          origins.isEmpty() ? List.of() : terms.terms(name).stream().map(Term::text).toList();
      String origin =
          inside.stream()
              .filter(term -> !ownTerms.contains(term) && origins.containsKey(term))
              .map(term -> origins.getOrDefault(term, ""))
              .findFirst()
              .orElse("");
      written.put(name, origin.isEmpty() || origin.equals(name) ? name : origin + " ↔ " + name);
    }
    return weights.entrySet().stream()
        .sorted(
            Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST_TERMS)
        .map(entry -> written.getOrDefault(entry.getKey(), entry.getKey()))
        .toList();
  }

  /// Stretches of the title, the heaviest first, that the answer has nothing of.
  private List<String> missing(
      MatchDocument asking, Set<String> shared, Set<String> carried, WeightedTerms weighted) {
    String title = asking.title();
    List<Term> titleTerms = terms.terms(title);
    var matched =
        new ArrayList<>(Stretch.of(title, titleTerms, shared::contains, weighted.weights()));
    matched.addAll(Stretch.ofWords(title, carried));
    // What no answerer has at all is missed most.
    Map<String, Double> weights = new HashMap<>(weighted.weights());
    double most = weights.values().stream().mapToDouble(Double::doubleValue).max().orElse(1);
    titleTerms.forEach(term -> weights.putIfAbsent(term.text(), most));
    List<Stretch> unmatched =
        Stretch.of(
            title,
            titleTerms.stream()
                .filter(term ->
                    matched.stream()
                        .noneMatch(at -> term.from() < at.to() && term.to() > at.from()))
                .toList(),
            term ->
                !shared.contains(term) && carried.stream().noneMatch(word -> word.contains(term)),
            weights);
    var missing = new ArrayList<String>();
    unmatched.stream()
        .filter(stretch -> stretch.to() - stretch.from() > 1)
        .sorted(
            Comparator.comparingDouble(Stretch::weight).reversed().thenComparingInt(Stretch::from))
        .limit(MOST_MISSING)
        .map(stretch -> TextForm.folded(title.substring(stretch.from(), stretch.to())))
        .forEach(missing::add);
    return missing;
  }
}
