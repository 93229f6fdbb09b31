package org.ronghe.match.organisation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ronghe.match.organisation.OrganisationAnswer.Step;

/// Recognises organisations in affiliations and names, or abstains. Not changed after construction,
/// safe for threads. About 5 µs a name, 400 bytes of memory a name.
public final class OrganisationRegister {
  private static final int LONGEST = 14;

  /// A name whose words are together less rare than this, such as "Institute of Physics" or
  /// "General Hospital", needs a place that agrees.
  private static final double TELLING = 11;

  /// Of several organisations named, the one that others belong to is usually meant.
  private static final double PARENT = 1.5;

  private final List<Organisation> organisations;
  private final Map<String, List<Integer>> byName = new HashMap<>();
  private final Map<String, List<Integer>> byAcronym = new HashMap<>();
  private final Map<String, Integer> wordCounts = new HashMap<>();
  private final List<List<List<String>>> placeWords = new ArrayList<>();
  private final Places places = new Places();
  private final SimilarNames similar;
  private final Set<String> ids = new HashSet<>();

  public OrganisationRegister(List<Organisation> organisations) {
    this.organisations = List.copyOf(organisations);
    for (int i = 0; i < organisations.size(); i++) {
      Organisation organisation = organisations.get(i);
      ids.add(organisation.id());
      Set<String> keys = new HashSet<>();
      for (String name : organisation.names()) {
        List<String> words = NameForm.words(name);
        if (!words.isEmpty() && words.size() <= LONGEST) {
          keys.add(String.join(" ", words));
        }
        // "Hospital Universitario (Spain)": the note in brackets is not part of the name.
        List<String> bare = NameForm.words(name.replaceAll("\\s*\\([^)]*\\)\\s*$", ""));
        if (!bare.isEmpty() && bare.size() <= LONGEST) {
          keys.add(String.join(" ", bare));
        }
      }
      for (String key : keys) {
        byName.computeIfAbsent(key, k -> new ArrayList<>()).add(i);
        for (String word : new HashSet<>(List.of(key.split(" ", -1)))) {
          wordCounts.merge(word, 1, Integer::sum);
        }
      }
      for (String acronym : organisation.acronyms()) {
        String key = String.join("", NameForm.words(acronym));
        if (key.length() >= 2) {
          byAcronym.computeIfAbsent(key, k -> new ArrayList<>()).add(i);
        }
      }
      placeWords.add(organisation.places().stream().map(NameForm::words).toList());
    }
    this.similar = new SimilarNames(byName.keySet(), this::rarity);
  }

  /// Whether an organisation of this id is in the register.
  public boolean has(String id) {
    return ids.contains(id);
  }

  /// The likeliest organisation, if it is likely enough.
  public Optional<OrganisationAnswer> find(String affiliation) {
    return findAll(affiliation).stream().findFirst();
  }

  /// All organisations the text names, the surest first.
  public List<OrganisationAnswer> findAll(String text) {
    Affiliation affiliation = Affiliation.of(text);
    Set<String> countries = places.countries(affiliation.words());
    List<Found> found = named(affiliation, countries);
    if (found.isEmpty()) {
      found = similar(affiliation, countries);
    }
    if (found.isEmpty()) {
      found = acronyms(affiliation, countries);
    }
    return found.stream()
        .sorted(
            Comparator.comparingDouble(Found::score)
                .reversed()
                .thenComparing(one -> organisations.get(one.organisation()).id()))
        .map(one ->
            new OrganisationAnswer(
                organisations.get(one.organisation()),
                one.confidence(),
                one.step(),
                String.join(" ", affiliation.words().subList(one.from(), one.to()))))
        .toList();
  }

  /// A candidate for a stretch of words.
  private record Found(
      int organisation, int from, int to, Step step, double score, double confidence) {}

  private List<Found> named(Affiliation affiliation, Set<String> countries) {
    List<String> words = affiliation.words();
    var found = new ArrayList<Found>();
    boolean[] taken = new boolean[words.size()];
    for (int length = Math.min(LONGEST, words.size()); length > 0; length--) {
      for (int from = 0; from + length <= words.size(); from++) {
        int to = from + length;
        if (taken[from] || taken[to - 1]) {
          continue;
        }
        List<Integer> same = byName.get(String.join(" ", words.subList(from, to)));
        if (same == null) {
          continue;
        }
        boolean starts = affiliation.starts().contains(from);
        boolean ends = affiliation.ends().contains(to);
        if (!(starts && ends) && straddles(affiliation, from, to, starts)) {
          continue;
        }
        choose(
                same,
                affiliation,
                from,
                to,
                countries,
                starts && ends ? Step.NAME : Step.NAME_INSIDE)
            .ifPresent(one -> {
              found.add(one);
              Arrays.fill(taken, one.from(), one.to(), true);
            });
      }
    }
    return found;
  }

  /// "University of California, Davis" begins with a part and may reach into the next; "Yale
  /// University, New Haven" is no University New Haven.
  private static boolean straddles(Affiliation affiliation, int from, int to, boolean starts) {
    boolean parted = affiliation.starts().stream().anyMatch(at -> at > from && at < to);
    return parted && !starts;
  }

  /// Of those that have the same name, the one whose place agrees best; none if two agree alike, or
  /// if the name alone says too little.
  private Optional<Found> choose(
      List<Integer> same,
      Affiliation affiliation,
      int from,
      int to,
      Set<String> countries,
      Step step) {
    int best = -1;
    double bestAgreement = Double.NEGATIVE_INFINITY;
    boolean tied = false;
    for (int candidate : same) {
      double agreement = agreement(candidate, affiliation, from, to, countries);
      Organisation organisation = organisations.get(candidate);
      double preference =
          agreement + (organisation.active() ? 0.3 : 0) + (organisation.parent() ? 0.2 : 0);
      if (preference > bestAgreement) {
        best = candidate;
        bestAgreement = preference;
        tied = false;
      } else if (preference == bestAgreement) {
        tied = true;
      }
    }
    double agreement = agreement(best, affiliation, from, to, countries);
    double telling = 0;
    for (String word : affiliation.words().subList(from, to)) {
      telling += rarity(word);
    }
    boolean single = to - from == 1;
    boolean whole = step == Step.NAME;
    if (tied
        || agreement < 0
        || (telling < TELLING && agreement < 1)
        || (single && !(whole && agreement >= 1))
        || isOnlyPlace(best, affiliation.words().subList(from, to))) {
      return Optional.empty();
    }
    Step reached = whole && agreement >= 1 ? Step.NAME_AND_PLACE : step;
    double score =
        telling / 10
            + agreement
            + (whole ? 2 : 0)
            + (organisations.get(best).parent() ? PARENT : 0);
    double confidence =
        switch (reached) {
          case NAME_AND_PLACE -> 0.99;
          case NAME -> 0.97;
          default -> agreement >= 1 ? 0.97 : 0.93;
        };
    return Optional.of(new Found(best, from, to, reached, score, confidence));
  }

  /// −1 if the text names other countries alone, 1 for the country, 2 for a place within it, 0 if
  /// the text says nothing.
  private double agreement(
      int candidate, Affiliation affiliation, int from, int to, Set<String> countries) {
    Organisation organisation = organisations.get(candidate);
    boolean place = false;
    for (List<String> wanted : placeWords.get(candidate)) {
      int at = Collections.indexOfSubList(affiliation.words(), wanted);
      // A place inside the name itself says nothing: every Wuhan University has Wuhan in its name.
      boolean outside = at >= 0 && (at < from || at >= to);
      if (at >= 0 && !outside) {
        int next =
            Collections.indexOfSubList(
                affiliation.words().subList(to, affiliation.words().size()), wanted);
        outside = next >= 0;
      }
      place |= outside;
    }
    boolean country = countries.contains(organisation.country());
    if (!countries.isEmpty() && !country && !organisation.country().isEmpty()) {
      return place ? 0 : -1;
    }
    return place ? 2 : country ? 1 : 0;
  }

  private boolean isOnlyPlace(int candidate, List<String> words) {
    return placeWords.get(candidate).contains(words)
        || (words.size() == 1 && !places.countries(words).isEmpty());
  }

  private List<Found> similar(Affiliation affiliation, Set<String> countries) {
    var found = new ArrayList<Found>();
    List<Integer> starts = affiliation.starts().stream().sorted().toList();
    for (int start : starts) {
      int end =
          affiliation.ends().stream().filter(at -> at > start).min(Integer::compare).orElseThrow();
      similar
          .nearest(affiliation.words().subList(start, end))
          .flatMap(name ->
              choose(
                  byName.getOrDefault(name, List.of()),
                  affiliation,
                  start,
                  end,
                  countries,
                  Step.SIMILAR))
          .ifPresent(found::add);
    }
    return found;
  }

  private List<Found> acronyms(Affiliation affiliation, Set<String> countries) {
    var found = new ArrayList<Found>();
    for (int at = 0; at < affiliation.words().size(); at++) {
      String word = affiliation.words().get(at);
      if (word.length() < 3 || !affiliation.acronyms().contains(word)) {
        continue;
      }
      List<Integer> agreeing = new ArrayList<>();
      for (int candidate : byAcronym.getOrDefault(word, List.of())) {
        if (agreement(candidate, affiliation, at, at + 1, countries) >= 2) {
          agreeing.add(candidate);
        }
      }
      if (agreeing.size() == 1) {
        found.add(new Found(agreeing.getFirst(), at, at + 1, Step.ACRONYM, 1, 0.9));
      }
    }
    return found;
  }

  /// How telling a word is: minus the logarithm of the share of names that have it.
  private double rarity(String word) {
    return Math.log((double) byName.size() / wordCounts.getOrDefault(word, 1));
  }
}
