package org.ronghe.match.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/// The terms of a text, as the index has them. Safe for threads.
public final class TermReader {
  private final Analyzer analyzer;

  public TermReader(Analyzer analyzer) {
    this.analyzer = analyzer;
  }

  /// All terms in the order of the text.
  public List<Term> terms(String text) {
    var terms = new ArrayList<Term>();
    try (TokenStream stream = analyzer.tokenStream("words", text)) {
      var term = stream.addAttribute(CharTermAttribute.class);
      var offset = stream.addAttribute(OffsetAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        terms.add(new Term(term.toString(), offset.startOffset(), offset.endOffset()));
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return terms;
  }

  /// Each term with how often it stands in the text, in the order of first appearance.
  public Map<String, Integer> counts(String text) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Term term : terms(text)) {
      counts.merge(term.text(), 1, Integer::sum);
    }
    return counts;
  }

  /// The stems of single words, each once.
  public Map<String, String> stems(Iterable<String> words) {
    Map<String, String> stems = new HashMap<>();
    for (String word : words) {
      if (!stems.containsKey(word)) {
        List<Term> terms = terms(word);
        stems.put(word, terms.size() == 1 ? terms.getFirst().text() : "");
      }
    }
    return stems;
  }
}
