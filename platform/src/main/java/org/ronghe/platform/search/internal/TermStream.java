package org.ronghe.platform.search.internal;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/// Hands terms at given places to Lucene.
final class TermStream extends TokenStream {
  /// Between two names, so that no phrase reaches from one into the next.
  private static final int GAP = 50;

  private record Placed(String term, int increment) {}

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);
  private final List<Placed> terms = new ArrayList<>();
  private int pending;
  private int at;

  /// Goes on to the next place; the terms added from then on stand there.
  TermStream step() {
    pending++;
    return this;
  }

  /// Goes on to the next name.
  TermStream gap() {
    pending += GAP;
    return this;
  }

  /// Puts a term at the current place.
  TermStream add(String text) {
    terms.add(new Placed(text, terms.isEmpty() ? Math.max(1, pending) : pending));
    pending = 0;
    return this;
  }

  boolean isEmpty() {
    return terms.isEmpty();
  }

  @Override
  public boolean incrementToken() {
    if (at >= terms.size()) {
      return false;
    }
    clearAttributes();
    Placed next = terms.get(at++);
    term.append(next.term());
    increment.setPositionIncrement(next.increment());
    return true;
  }

  @Override
  public void reset() {
    at = 0;
  }
}
