package org.ronghe.match.text;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/// Text to terms: Chinese characters and pairs, English stems without the commonest words.
///
/// Characters and pairs find more than the words of a segmenter (decision 0026).
public final class GramAnalyzer extends Analyzer {
  /// Changes whenever the same text would give other terms; indexes remember it.
  public static final String VERSION = "grams-1";

  @Override
  protected TokenStreamComponents createComponents(String field) {
    var tokenizer = new GramTokenizer();
    TokenStream stream = new LowerCaseFilter(new EnglishPossessiveFilter(tokenizer));
    stream = new StopFilter(stream, EnglishAnalyzer.ENGLISH_STOP_WORDS_SET);
    return new TokenStreamComponents(
        tokenizer, new PorterStemFilter(new ASCIIFoldingFilter(stream)));
  }
}
