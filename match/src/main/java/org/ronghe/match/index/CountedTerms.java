package org.ronghe.match.index;

import java.io.IOException;
import java.util.Map;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BitUtil;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/// The terms of a document with how often each stands in it, as the index keeps them beside its
/// lists of documents by term. What a few hundred candidates share with the few hundred terms of a
/// query is read from these; in the lists each term would be sought for each candidate.
///
/// A term is known by 39 bits of its hash: among a query's 256 terms and the 300 of each of 400
/// candidates, two are taken for one another once in some ten thousand queries. How many terms
/// there are is followed by five bytes for each, of which the lowest bit says whether it stands
/// there more than once, and by the counts of those that do.
public final class CountedTerms {
  /// Changes whenever the same terms would be written otherwise; indexes remember it.
  static final String VERSION = "counted-1";

  private static final int KEY_BITS = 39;
  private static final int KEY_BYTES = 5;
  private static final long WORD = (1L << (KEY_BYTES * Byte.SIZE)) - 1;

  private CountedTerms() {}

  /// What a term is known by, 0 … 2^39 − 1.
  public static long key(String term) {
    return StringHelper.murmurhash3_x64_128(new BytesRef(term))[0] >>> (Long.SIZE - KEY_BITS);
  }

  /// Terms with their counts, 1 or more.
  static BytesRef write(Map<String, Integer> counts) throws IOException {
    var out = new ByteBuffersDataOutput();
    var often = new ByteBuffersDataOutput();
    out.writeVInt(counts.size());
    for (var term : counts.entrySet()) {
      boolean once = term.getValue() == 1;
      long word = (key(term.getKey()) << 1) | (once ? 0 : 1);
      out.writeInt((int) word);
      out.writeByte((byte) (word >>> Integer.SIZE));
      if (!once) {
        often.writeVInt(term.getValue());
      }
    }
    often.copyTo(out);
    out.writeBytes(new byte[Long.BYTES - KEY_BYTES]); // eight bytes are read at a time
    return new BytesRef(out.toArrayCopy());
  }

  /// Gives each term that was written.
  public static void read(BytesRef written, Use use) {
    var in = new ByteArrayDataInput(written.bytes, written.offset, written.length);
    int terms = in.readVInt();
    int from = in.getPosition();
    int to = from + terms * KEY_BYTES;
    in.setPosition(to);
    for (int at = from; at < to; at += KEY_BYTES) {
      long word = (long) BitUtil.VH_LE_LONG.get(written.bytes, at) & WORD;
      use.term(word >>> 1, (word & 1) == 0 ? 1 : in.readVInt());
    }
  }

  /// What is done with each term of a document.
  @FunctionalInterface
  public interface Use {
    /// Takes one term.
    ///
    /// @param key what the term is known by
    /// @param count how often it stands in the document, 1 or more
    void term(long key, int count);
  }
}
