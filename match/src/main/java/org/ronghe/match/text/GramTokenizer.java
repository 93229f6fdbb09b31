package org.ronghe.match.text;

import java.io.IOException;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/// Cuts text into words of letters and digits, and Chinese into single characters and pairs.
///
/// A pair starts at the place of its first character. Blanks between Chinese characters part
/// nothing: titles reduced to keywords match running text.
final class GramTokenizer extends Tokenizer {
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
  private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);

  private String text = "";
  private int next;
  private int pairAt = -1;
  private int pairWith;

  @Override
  public void reset() throws IOException {
    super.reset();
    var all = new StringBuilder();
    char[] block = new char[4096];
    for (int read = input.read(block); read >= 0; read = input.read(block)) {
      all.append(block, 0, read);
    }
    text = TextForm.folded(all.toString());
    next = 0;
    pairAt = -1;
  }

  @Override
  public boolean incrementToken() {
    clearAttributes();
    if (pairAt >= 0) {
      term.append(text.charAt(pairAt)).append(text.charAt(pairWith));
      offset.setOffset(correctOffset(pairAt), correctOffset(pairWith + 1));
      step.setPositionIncrement(0);
      pairAt = -1;
      return true;
    }
    while (next < text.length() && !Character.isLetterOrDigit(text.charAt(next))) {
      next++;
    }
    if (next == text.length()) {
      return false;
    }
    int start = next;
    if (TextForm.isHan(text.charAt(start))) {
      next = start + 1;
      int following = next;
      while (following < text.length() && Character.isWhitespace(text.charAt(following))) {
        following++;
      }
      if (following < text.length() && TextForm.isHan(text.charAt(following))) {
        pairAt = start;
        pairWith = following;
      }
    } else {
      while (next < text.length()
          && Character.isLetterOrDigit(text.charAt(next))
          && !TextForm.isHan(text.charAt(next))) {
        next++;
      }
    }
    term.append(text, start, next);
    offset.setOffset(correctOffset(start), correctOffset(next));
    return true;
  }

  @Override
  public void end() throws IOException {
    super.end();
    int last = correctOffset(text.length());
    offset.setOffset(last, last);
  }
}
