package org.ronghe.match.duplicate;

import java.util.Arrays;
import java.util.Locale;
import org.ronghe.match.text.TextForm;

/// A text as hashes of its tokens, a Chinese character or a word each, with their places. Signs and
/// blanks are nothing, so that a changed layout hides no copy.
final class TokenHashes {
  private static final int MULTIPLIER = 0x9E3779B1;

  private int[] hashes = new int[128];
  private int[] starts = new int[128];
  private int[] ends = new int[128];
  private int size;

  private TokenHashes() {}

  static TokenHashes of(String original) {
    var tokens = new TokenHashes();
    String text = TextForm.folded(original).toLowerCase(Locale.ROOT);
    if (text.length() != original.length()) {
      text = TextForm.folded(original); // lower case changed the length: keep places right
    }
    for (int i = 0; i < text.length(); ) {
      char c = text.charAt(i);
      if (TextForm.isHan(c)) {
        tokens.add(c, i, i + 1);
        i++;
      } else if (Character.isLetterOrDigit(c)) {
        int start = i;
        int hash = 17;
        while (i < text.length()
            && Character.isLetterOrDigit(text.charAt(i))
            && !TextForm.isHan(text.charAt(i))) {
          hash = 31 * hash + text.charAt(i++);
        }
        tokens.add(hash, start, i);
      } else {
        i++;
      }
    }
    tokens.hashes = Arrays.copyOf(tokens.hashes, tokens.size);
    return tokens;
  }

  private void add(int value, int start, int end) {
    if (size == hashes.length) {
      hashes = Arrays.copyOf(hashes, 2 * size);
      starts = Arrays.copyOf(starts, 2 * size);
      ends = Arrays.copyOf(ends, 2 * size);
    }
    int mixed = value * MULTIPLIER;
    hashes[size] = mixed ^ (mixed >>> 15);
    starts[size] = start;
    ends[size] = end;
    size++;
  }

  int size() {
    return size;
  }

  int hash(int token) {
    return hashes[token];
  }

  /// First character of a token in the text.
  int start(int token) {
    return starts[token];
  }

  /// One past the last character of a token.
  int end(int token) {
    return ends[token];
  }
}
