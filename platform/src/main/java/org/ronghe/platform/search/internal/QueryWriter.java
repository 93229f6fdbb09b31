package org.ronghe.platform.search.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.document.FeatureField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.ronghe.platform.search.internal.ParsedQuery.Characters;
import org.ronghe.platform.search.internal.ParsedQuery.Part;
import org.ronghe.platform.search.internal.ParsedQuery.Word;

/// Turns what was typed into a query of the index.
///
/// Every part must be found: in a name as characters, word, stem, beginning of a word or pinyin, in
/// a place, or as an identifier. What counts most is that the whole of what was typed is a whole
/// name; then, that a name begins with it; then how rare the parts are, and how short the name is.
final class QueryWriter {
  private static final float WHOLE_NAME = 100;
  private static final float WHOLE_IDENTIFIER = 100;
  private static final float WHOLE_PINYIN = 40;
  private static final float ACRONYM = 30;
  private static final float BEGINS_NAME = 10;
  private static final float PHRASE = 2;
  private static final float BREVITY = 2;
  private static final float PLACE = 0.4f;
  private static final float PREFIX = 0.8f;
  private static final float PINYIN = 0.7f;
  private static final float NEAR = 0.5f;

  /// How many of the pairs of a run of characters must be there.
  private static final double ENOUGH_PAIRS = 0.6;

  private static final double ENOUGH_PAIRS_SIMILAR = 0.4;

  /// Up to this length a run may be an abbreviation, as 中科院 is of 中国科学院.
  private static final int LONGEST_ABBREVIATION = 6;

  private static final int SHORTEST_IDENTIFIER_PREFIX = 5;

  private final Pinyin pinyin;

  QueryWriter(Pinyin pinyin) {
    this.pinyin = pinyin;
  }

  /// Finds the same as [#write], with scores that cost little: neither places in a name nor
  /// readings count for more than being found. For choosing what is worth being ranked.
  ///
  /// @param similar whether to find what is written much like it, rather than so
  Query coarse(ParsedQuery typed, boolean similar) {
    var query = new BooleanQuery.Builder();
    query.add(required(typed, similar), Occur.FILTER);
    addCheapWishes(query, typed);
    for (Part part : typed.parts()) {
      switch (part) {
        case Characters run -> query.add(pairs(run.characters(), 0), Occur.SHOULD);
        case Word word -> {
          query.add(new TermQuery(new Term(Fields.WORDS, word.term())), Occur.SHOULD);
          boost(query, new PrefixQuery(new Term(Fields.WORDS, word.term())), PREFIX);
        }
      }
    }
    identifier(typed.identifier()).forEach(way -> query.add(way, Occur.SHOULD));
    return query.build();
  }

  private static void addCheapWishes(BooleanQuery.Builder query, ParsedQuery typed) {
    boost(query, new TermQuery(new Term(Fields.WHOLE, typed.whole())), WHOLE_NAME);
    boost(query, new PrefixQuery(new Term(Fields.WHOLE, typed.whole())), BEGINS_NAME);
    query.add(FeatureField.newLogQuery(Fields.FEATURES, Fields.BREVITY, BREVITY, 1), Occur.SHOULD);
    if (!typed.letters().isEmpty()) {
      boost(query, new TermQuery(new Term(Fields.ACRONYM, typed.letters())), ACRONYM);
    }
  }

  /// @param similar whether to find what is written much like it, rather than so
  Query write(ParsedQuery typed, boolean similar) {
    var query = new BooleanQuery.Builder();
    query.add(required(typed, similar), Occur.MUST);
    addCheapWishes(query, typed);
    String letters = typed.letters();
    if (!letters.isEmpty()) {
      for (List<List<String>> way : Syllables.ways(letters, false)) {
        boost(query, phrase(way, true, true), WHOLE_PINYIN);
      }
      for (List<List<String>> way : Syllables.ways(letters, typed.unfinished())) {
        boost(query, phrase(way, true, false), BEGINS_NAME);
      }
      wordPhrase(typed).ifPresent(phrase -> query.add(phrase, Occur.SHOULD));
    }
    return query.build();
  }

  private Query required(ParsedQuery typed, boolean similar) {
    var all = new BooleanQuery.Builder();
    boolean onlySmall = typed.parts().stream().allMatch(QueryWriter::isSmall);
    int wanted = 0;
    for (Part part : typed.parts()) {
      boolean wantedPart = onlySmall || !isSmall(part);
      wanted += wantedPart ? 1 : 0;
      Query query =
          switch (part) {
            case Characters run -> characters(run.characters(), similar);
            case Word word -> word(word, similar);
          };
      all.add(
          query, wantedPart && !(similar && typed.parts().size() > 2) ? Occur.MUST : Occur.SHOULD);
    }
    if (similar && typed.parts().size() > 2) {
      all.setMinimumNumberShouldMatch(Math.max(1, (2 * wanted + 2) / 3));
    }
    if (typed.identifier().isEmpty()) {
      return all.build();
    }
    var ways = new ArrayList<Query>();
    ways.add(all.build());
    ways.addAll(identifier(typed.identifier()));
    return new DisjunctionMaxQuery(ways, 0);
  }

  private static boolean isSmall(Part part) {
    return part instanceof Word word && Words.isSmall(word.term());
  }

  private static List<Query> identifier(String identifier) {
    if (identifier.isEmpty()) {
      return List.of();
    }
    var ways = new ArrayList<Query>();
    ways.add(constant(new TermQuery(new Term(Fields.IDENTIFIERS, identifier)), WHOLE_IDENTIFIER));
    if (identifier.length() >= SHORTEST_IDENTIFIER_PREFIX) {
      ways.add(constant(new PrefixQuery(new Term(Fields.IDENTIFIERS, identifier)), BEGINS_NAME));
    }
    return ways;
  }

  private Query word(Word word, boolean similar) {
    String term = word.term();
    var ways = new ArrayList<Query>();
    ways.add(new TermQuery(new Term(Fields.WORDS, term)));
    ways.add(new BoostQuery(new TermQuery(new Term(Fields.STEMS, Words.stem(term))), PREFIX));
    ways.add(constant(new PrefixQuery(new Term(Fields.WORDS, term)), PREFIX));
    ways.add(constant(new PrefixQuery(new Term(Fields.PLACES, term)), PLACE));
    ways.add(constant(new TermQuery(new Term(Fields.ACRONYM, term)), PREFIX));
    for (List<List<String>> way : Syllables.ways(term, word.unfinished())) {
      Query phrase = phrase(way, term.length() == 1, false);
      ways.add(new BoostQuery(phrase, PINYIN));
    }
    if (similar && Words.typos(term) > 0) {
      ways.add(
          new BoostQuery(new FuzzyQuery(new Term(Fields.WORDS, term), Words.typos(term), 1), NEAR));
    }
    return new DisjunctionMaxQuery(ways, 0.1f);
  }

  private Query characters(List<String> run, boolean similar) {
    var ways = new ArrayList<Query>();
    int size = run.size();
    ways.add(pairs(run, similar ? ENOUGH_PAIRS_SIMILAR : ENOUGH_PAIRS));
    if (size > 1 && size <= LONGEST_ABBREVIATION) {
      ways.add(new BoostQuery(loosely(run, false), NEAR));
      ways.add(new BoostQuery(loosely(run, true), PINYIN));
    }
    if (similar && size > 1) {
      ways.add(new BoostQuery(soundsLike(run), NEAR));
    }
    var query = new BooleanQuery.Builder();
    query.add(new DisjunctionMaxQuery(ways, 0.1f), Occur.MUST);
    if (size > 2) {
      var phrase = new PhraseQuery.Builder();
      for (int i = 0; i + 1 < size; i++) {
        phrase.add(new Term(Fields.CHARACTERS, run.get(i) + run.get(i + 1)), i);
      }
      query.add(new BoostQuery(phrase.build(), PHRASE), Occur.SHOULD);
    }
    return query.build();
  }

  /// Enough of the pairs, each in a name or in a place: 武汉激光 finds 华工激光 at 武汉.
  ///
  /// @param enough how many of them, from 0 to 1
  private static Query pairs(List<String> run, double enough) {
    if (run.size() == 1) {
      return inNameOrPlace(run.getFirst());
    }
    var pairs = new BooleanQuery.Builder();
    for (int i = 0; i + 1 < run.size(); i++) {
      pairs.add(inNameOrPlace(run.get(i) + run.get(i + 1)), Occur.SHOULD);
    }
    pairs.setMinimumNumberShouldMatch((int) Math.ceil(enough * (run.size() - 1)));
    return pairs.build();
  }

  private static Query inNameOrPlace(String term) {
    return new DisjunctionMaxQuery(
        List.of(
            new TermQuery(new Term(Fields.CHARACTERS, term)),
            constant(new TermQuery(new Term(Fields.PLACES, term)), PLACE)),
        0);
  }

  /// The characters in order with others between them: an abbreviation.
  private static Query loosely(List<String> run, boolean fromStart) {
    var phrase = new PhraseQuery.Builder();
    if (fromStart) {
      phrase.add(new Term(Fields.CHARACTERS, Fields.START));
    }
    run.forEach(character -> phrase.add(new Term(Fields.CHARACTERS, character)));
    phrase.setSlop(run.size());
    return phrase.build();
  }

  /// Other characters that are read so.
  private Query soundsLike(List<String> run) {
    var places = new ArrayList<List<String>>();
    for (String character : run) {
      List<String> readings = pinyin.readings(character);
      places.add(readings.isEmpty() ? List.of(character) : readings);
    }
    return phrase(places, false, false);
  }

  private static Optional<Query> wordPhrase(ParsedQuery typed) {
    if (typed.parts().size() < 2) {
      return Optional.empty();
    }
    var phrase = new PhraseQuery.Builder();
    for (Part part : typed.parts()) {
      if (part instanceof Word word) {
        phrase.add(new Term(Fields.WORDS, word.term()));
      }
    }
    phrase.setSlop(1);
    return Optional.of(new BoostQuery(phrase.build(), PHRASE));
  }

  private static Query phrase(List<List<String>> places, boolean fromStart, boolean toEnd) {
    var phrase = new MultiPhraseQuery.Builder();
    if (fromStart) {
      phrase.add(new Term(Fields.PINYIN, Fields.START));
    }
    for (List<String> terms : places) {
      phrase.add(terms.stream().map(term -> new Term(Fields.PINYIN, term)).toArray(Term[]::new));
    }
    if (toEnd) {
      phrase.add(new Term(Fields.PINYIN, Fields.END));
    }
    return phrase.build();
  }

  private static void boost(BooleanQuery.Builder query, Query wish, float boost) {
    query.add(constant(wish, boost), Occur.SHOULD);
  }

  private static Query constant(Query query, float score) {
    return new BoostQuery(new ConstantScoreQuery(query), score);
  }
}
