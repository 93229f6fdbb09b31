package org.ronghe.platform.search.internal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.ronghe.platform.search.MarkedText;
import org.ronghe.platform.search.internal.ParsedQuery.Characters;
import org.ronghe.platform.search.internal.ParsedQuery.Part;
import org.ronghe.platform.search.internal.ParsedQuery.Word;

/// Marks in a text what was searched for, by the same rules by which it was found.
final class NameMarker {
  private final Folding folding;
  private final Pinyin pinyin;
  private final ParsedQuery typed;
  private final boolean similar;

  NameMarker(Folding folding, Pinyin pinyin, ParsedQuery typed, boolean similar) {
    this.folding = folding;
    this.pinyin = pinyin;
    this.typed = typed;
    this.similar = similar;
  }

  /// The text with marks.
  MarkedText mark(String text) {
    List<Token> tokens = folding.tokens(text);
    var marks = new BitSet(text.length());
    for (Part part : typed.parts()) {
      switch (part) {
        case Characters run -> markCharacters(run.characters(), tokens, marks);
        case Word word -> markWord(word, tokens, marks);
      }
    }
    return parts(text, marks);
  }

  /// The identifier, marked whole, if it was searched for.
  List<MarkedText> identifiers(List<String> identifiers) {
    if (typed.identifier().isEmpty()) {
      return List.of();
    }
    return identifiers.stream()
        .filter(written -> Words.identifier(written).startsWith(typed.identifier()))
        .map(written -> new MarkedText(List.of(new MarkedText.Part(written, true))))
        .toList();
  }

  private void markCharacters(List<String> run, List<Token> tokens, BitSet marks) {
    if (run.size() == 1) {
      tokens.stream()
          .filter(token -> token.term().equals(run.getFirst()))
          .forEach(t -> set(t, marks));
      return;
    }
    boolean any = false;
    for (int i = 0; i + 1 < tokens.size(); i++) {
      for (int k = 0; k + 1 < run.size(); k++) {
        if (tokens.get(i).term().equals(run.get(k))
            && tokens.get(i + 1).term().equals(run.get(k + 1))) {
          set(tokens.get(i), marks);
          set(tokens.get(i + 1), marks);
          any = true;
        }
      }
    }
    if (!any) {
      markAbbreviation(run, tokens, marks);
    }
    if (!any && similar) {
      var places = new ArrayList<List<String>>();
      run.forEach(character -> places.add(pinyin.readings(character)));
      markReading(places, tokens, marks);
    }
  }

  /// The characters one after the other with others between, as 中, 科 and 院 in 中国科学院.
  private static void markAbbreviation(List<String> run, List<Token> tokens, BitSet marks) {
    var found = new ArrayList<Token>();
    for (Token token : tokens) {
      if (found.size() < run.size() && token.term().equals(run.get(found.size()))) {
        found.add(token);
      }
    }
    if (found.size() == run.size()) {
      found.forEach(token -> set(token, marks));
    }
  }

  private void markWord(Word word, List<Token> tokens, BitSet marks) {
    String term = word.term();
    String stem = Words.stem(term);
    boolean any = false;
    for (Token token : tokens) {
      if (token.ideographic()) {
        continue;
      }
      if (token.term().startsWith(term)) {
        boolean sameLength = token.end() - token.start() == token.term().length();
        marks.set(token.start(), sameLength ? token.start() + term.length() : token.end());
        any = true;
      } else if (Words.stem(token.term()).equals(stem)) {
        set(token, marks);
        any = true;
      }
    }
    if (!any && similar && Words.typos(term) > 0) {
      CharacterRunAutomaton near = Words.near(term);
      for (Token token : tokens) {
        if (!token.ideographic() && near.run(token.term())) {
          set(token, marks);
          any = true;
        }
      }
    }
    if (!any) {
      for (List<List<String>> way : Syllables.ways(term, word.unfinished())) {
        if (markReading(way, tokens, marks)) {
          return;
        }
      }
    }
  }

  private boolean markReading(List<List<String>> places, List<Token> tokens, BitSet marks) {
    boolean any = false;
    for (int from = 0; from + places.size() <= tokens.size(); from++) {
      int matched = 0;
      while (matched < places.size() && isRead(tokens.get(from + matched), places.get(matched))) {
        matched++;
      }
      if (matched == places.size()) {
        tokens.subList(from, from + matched).forEach(token -> set(token, marks));
        any = true;
      }
    }
    return any;
  }

  private boolean isRead(Token token, List<String> terms) {
    if (!token.ideographic()) {
      return false;
    }
    for (String reading : pinyin.readings(token.term())) {
      for (String term : Syllables.termsOf(reading)) {
        if (terms.contains(term)) {
          return true;
        }
      }
    }
    return false;
  }

  private static void set(Token token, BitSet marks) {
    marks.set(token.start(), token.end());
  }

  private static MarkedText parts(String text, BitSet marks) {
    var parts = new ArrayList<MarkedText.Part>();
    for (int at = 0; at < text.length(); ) {
      boolean marked = marks.get(at);
      int next = marked ? marks.nextClearBit(at) : marks.nextSetBit(at);
      int end = next < 0 ? text.length() : Math.min(next, text.length());
      parts.add(new MarkedText.Part(text.substring(at, end), marked));
      at = end;
    }
    return new MarkedText(parts);
  }
}
