package org.ronghe.platform.registry.internal;

import java.util.Arrays;

/// The pairs of neighbouring characters in a text, each once, without blanks, marks, case and
/// width.
final class CharacterPairs {
  private static final int CHARACTER_BITS = 16;

  /// In rising order.
  private final int[] pairs;

  private CharacterPairs(int[] pairs) {
    this.pairs = pairs;
  }

  static CharacterPairs of(String text) {
    String plain = LikenessKeys.plain(text);
    if (plain.length() < 2) {
      return new CharacterPairs(new int[0]);
    }
    var all = new int[plain.length() - 1];
    for (int i = 0; i < all.length; i++) {
      all[i] = plain.charAt(i) << CHARACTER_BITS | plain.charAt(i + 1);
    }
    Arrays.sort(all);
    int distinct = 1;
    for (int i = 1; i < all.length; i++) {
      if (all[i] != all[i - 1]) {
        all[distinct++] = all[i];
      }
    }
    return new CharacterPairs(Arrays.copyOf(all, distinct));
  }

  /// How alike two texts are, 0 to 100: twice the pairs that both have, over all pairs (Dice); 0
  /// where one has none.
  int percentLike(CharacterPairs other) {
    if (pairs.length == 0 || other.pairs.length == 0) {
      return 0;
    }
    int both = 0;
    int i = 0;
    int k = 0;
    while (i < pairs.length && k < other.pairs.length) {
      if (pairs[i] == other.pairs[k]) {
        both++;
        i++;
        k++;
      } else if (pairs[i] < other.pairs[k]) {
        i++;
      } else {
        k++;
      }
    }
    return 200 * both / (pairs.length + other.pairs.length);
  }
}
