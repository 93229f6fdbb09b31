package org.ronghe.platform.search.internal;

import org.apache.lucene.util.LongHeap;

/// The best of many documents: the highest score first, of equal ones the lowest number.
final class TopDocuments {
  private static final long NUMBER = 0xFFFF_FFFFL;

  private final int most;
  private final LongHeap worstFirst;
  private int count;

  /// @param most how many to keep, perhaps none
  TopDocuments(int most) {
    this.most = most;
    worstFirst = new LongHeap(Math.max(1, most));
  }

  boolean keepsAny() {
    return most > 0;
  }

  /// How many were added.
  int count() {
    return count;
  }

  /// @param score not negative, so that its bits are in the order of its value
  void add(int document, float score) {
    count++;
    keep((long) Float.floatToIntBits(score) << 32 | NUMBER - document);
  }

  private void keep(long scored) {
    if (worstFirst.size() < most) {
      worstFirst.push(scored);
    } else if (most > 0 && scored > worstFirst.top()) {
      worstFirst.updateTop(scored);
    }
  }

  void addAll(TopDocuments other) {
    count += other.count;
    for (int i = 1; i <= other.worstFirst.size(); i++) {
      keep(other.worstFirst.get(i));
    }
  }

  /// Takes out all that were kept, the best first.
  int[] takeAll() {
    var documents = new int[worstFirst.size()];
    for (int i = documents.length - 1; i >= 0; i--) {
      documents[i] = (int) (NUMBER - (worstFirst.pop() & NUMBER));
    }
    return documents;
  }
}
