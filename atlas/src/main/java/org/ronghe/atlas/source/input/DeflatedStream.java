package org.ronghe.atlas.source.input;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Unpacks deflated streams (RFC 1951) into a window of its own. What it costs is the reason for
/// it: docs/decisions/0008-inflater-of-our-own.md.
///
/// Bits are taken from a `long` that is filled a word at a time, two literals at a time where their
/// codes are short, and matches are copied a word at a time; so it reads and writes a little
/// further than it has to, within margins. Near the end of the file, where there is no margin, it
/// goes one symbol at a time.
final class DeflatedStream {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);

  /// How far back a match may lie.
  private static final int REACH = 1 << 15;

  /// Beyond this nothing more is unpacked before the window moves on.
  private static final int FULL = REACH + (1 << 17);

  /// Room for what is written beyond: the longest match, six literals and a word.
  private static final int MARGIN_OUT = 288;

  /// Three words, of each of which at most seven bytes are taken at once, rounded up.
  private static final int MARGIN_IN = 32;

  private static final int LITERAL_MASK = (1 << HuffmanTable.LITERAL_BITS) - 1;
  private static final int DISTANCE_MASK = (1 << HuffmanTable.DISTANCE_BITS) - 1;

  private static final String NO_LITERAL = "invalid literal/length code";
  private static final String NO_DISTANCE = "invalid distance code";
  private static final String TOO_FAR = "invalid distance too far back";

  private enum State {
    BETWEEN_BLOCKS,
    STORED,
    CODED,
    ENDED
  }

  private final PackedBits in;
  private final DeflateCodes codes = new DeflateCodes();
  private final byte[] window = new byte[FULL + MARGIN_OUT];
  private int end;

  /// The first byte of the window that belongs to the stream.
  private int oldest;

  private State state = State.ENDED;
  private boolean last;
  private int stored;
  private String fault = "";

  DeflatedStream(PackedBits in) {
    this.in = in;
  }

  /// Begins a stream, at the next byte of the file.
  void start() {
    state = State.BETWEEN_BLOCKS;
    last = false;
    oldest = end;
    fault = "";
    in.dropBits();
  }

  /// Unpacks some bytes more; they are the last in [#window] before [#end].
  ///
  /// @return how many, -1 when the stream has ended; then the file is at the byte behind it
  /// @throws IOException with a sentence, when the stream is damaged or the file ends within it;
  ///   all bytes before that have been unpacked by earlier calls
  int unpack() throws IOException {
    if (!fault.isEmpty()) {
      throw new IOException(fault);
    }
    if (end >= FULL) {
      System.arraycopy(window, end - REACH, window, 0, REACH);
      oldest = Math.max(0, oldest - (end - REACH));
      end = REACH;
    }
    int from = end;
    try {
      while (state != State.ENDED && end < FULL) {
        switch (state) {
          case BETWEEN_BLOCKS -> block();
          case STORED -> copyStored();
          case CODED -> decode();
          case ENDED -> {}
        }
      }
    } catch (IOException e) {
      if (end == from) {
        throw e;
      }
      fault = String.valueOf(e.getMessage());
    }
    return end == from ? -1 : end - from;
  }

  /// Where what was unpacked is; the content behind [#end] is undefined.
  byte[] window() {
    return window;
  }

  /// The end of what was unpacked.
  int end() {
    return end;
  }

  // ---- blocks --------------------------------------------------------------------------------

  private void block() throws IOException {
    if (last) {
      state = State.ENDED; // fewer than eight bits are left over, those of the last byte
      return;
    }
    last = in.take(1) == 1;
    switch (in.take(2)) {
      case 0 -> beginStored();
      case 1 -> begin(true);
      case 2 -> begin(false);
      default -> throw PackedBits.damaged("invalid block type");
    }
  }

  private void begin(boolean fixed) throws IOException {
    if (fixed) {
      codes.fixed();
    } else {
      codes.read(in);
    }
    state = State.CODED;
  }

  private void beginStored() throws IOException {
    in.dropBits(); // stored blocks begin at a byte
    int length = in.take(16);
    if (length != (in.take(16) ^ 0xFFFF)) {
      throw PackedBits.damaged("invalid stored block lengths");
    }
    stored = length;
    state = State.STORED;
  }

  private void copyStored() throws IOException {
    int n = Math.min(stored, FULL - end);
    if (n > 0) {
      n = Math.min(n, in.have(1));
      if (n == 0) {
        throw PackedBits.ended();
      }
      System.arraycopy(in.bytes, in.next, window, end, n);
      in.next += n;
      end += n;
      stored -= n;
    }
    if (stored == 0) {
      state = State.BETWEEN_BLOCKS;
    }
  }

  // ---- symbols -------------------------------------------------------------------------------

  private void decode() throws IOException {
    while (state == State.CODED && end < FULL) {
      if (in.have(MARGIN_IN) >= MARGIN_IN) {
        decodeFast();
      } else {
        decodeOne();
      }
    }
  }

  private void decodeOne() throws IOException {
    int entry = in.look(codes.literals);
    if (entry < 0) {
      window[end++] = (byte) (entry >>> 8);
    } else if ((entry & HuffmanTable.OTHER) != 0) {
      finishBlock(entry);
    } else {
      int length = in.value(entry);
      entry = in.look(codes.distances);
      if ((entry & HuffmanTable.OTHER) != 0) {
        throw PackedBits.damaged(NO_DISTANCE);
      }
      int from = end - in.value(entry);
      if (from < oldest) {
        throw PackedBits.damaged(TOO_FAR);
      }
      for (int to = end + length; end < to; ) {
        window[end++] = window[from++];
      }
    }
  }

  private void finishBlock(int entry) throws IOException {
    if ((entry & HuffmanTable.END) == 0) {
      throw PackedBits.damaged(NO_LITERAL);
    }
    state = State.BETWEEN_BLOCKS;
  }

  private void decodeFast() throws IOException {
    int[] table = codes.entries;
    int firstDistance = codes.distances.start;
    byte[] packed = in.bytes;
    int next = in.next;
    int lastNext = in.limit - MARGIN_IN;
    byte[] w = window;
    int to = end;
    // Of `n` and of entries only the lowest six bits count; Java's shifts see no others.
    long b = in.bits;
    int n = in.count;
    String wrong = "";
    b |= (long) LONG.get(packed, next) << n;
    next += 7 - (n >>> 3 & 7);
    n |= 56;
    int e = table[(int) b & LITERAL_MASK];
    while (true) {
      if (e < 0) {
        b >>>= e;
        n -= e;
        SHORT.set(w, to, (short) (e >>> 8));
        to += 1 + (e >>> 30 & 1);
        e = table[(int) b & LITERAL_MASK];
        if (e < 0) {
          b >>>= e;
          n -= e;
          SHORT.set(w, to, (short) (e >>> 8));
          to += 1 + (e >>> 30 & 1);
          e = table[(int) b & LITERAL_MASK];
          if (e < 0) {
            b >>>= e;
            n -= e;
            SHORT.set(w, to, (short) (e >>> 8));
            to += 1 + (e >>> 30 & 1);
            e = table[(int) b & LITERAL_MASK];
            b |= (long) LONG.get(packed, next) << n;
            next += 7 - (n >>> 3 & 7);
            n |= 56;
            if (next > lastNext || to >= FULL) {
              break;
            }
            continue;
          }
        }
      }
      if ((e & HuffmanTable.OTHER) != 0) {
        b >>>= e;
        n -= e;
        if ((e & HuffmanTable.SECOND) != 0) {
          e = table[(e >>> 13) + ((int) b & (1 << (e >>> 8)) - 1)];
          if (e < 0) {
            b >>>= e;
            n -= e;
            w[to++] = (byte) (e >>> 8);
            b |= (long) LONG.get(packed, next) << n;
            next += 7 - (n >>> 3 & 7);
            n |= 56;
            e = table[(int) b & LITERAL_MASK];
            if (next > lastNext || to >= FULL) {
              break;
            }
            continue;
          }
          if ((e & HuffmanTable.OTHER) != 0) {
            b >>>= e;
            n -= e;
          }
        }
        if ((e & HuffmanTable.OTHER) != 0) {
          if ((e & HuffmanTable.END) == 0) {
            wrong = NO_LITERAL;
          }
          state = State.BETWEEN_BLOCKS;
          break;
        }
      }
      long taken = b;
      b >>>= e;
      n -= e;
      int length = (e >>> 16) + (int) ((taken & (1L << e) - 1) >>> (e >>> 8));
      b |= (long) LONG.get(packed, next) << n;
      next += 7 - (n >>> 3 & 7);
      n |= 56;
      e = table[firstDistance + ((int) b & DISTANCE_MASK)];
      if ((e & HuffmanTable.OTHER) != 0) {
        if ((e & HuffmanTable.SECOND) != 0) {
          b >>>= e;
          n -= e;
          e = table[(e >>> 13) + ((int) b & (1 << (e >>> 8)) - 1)];
        }
        if ((e & HuffmanTable.OTHER) != 0) {
          wrong = NO_DISTANCE;
          break;
        }
      }
      taken = b;
      b >>>= e;
      n -= e;
      int back = (e >>> 16) + (int) ((taken & (1L << e) - 1) >>> (e >>> 8));
      int from = to - back;
      if (from < oldest) {
        wrong = TOO_FAR;
        break;
      }
      e = table[(int) b & LITERAL_MASK];
      b |= (long) LONG.get(packed, next) << n;
      next += 7 - (n >>> 3 & 7);
      n |= 56;
      if (back >= length) {
        System.arraycopy(w, from, w, to, length);
        to += length;
      } else {
        int until = to + length;
        int stride = Math.min(back, 8);
        while (to < until) {
          LONG.set(w, to, (long) LONG.get(w, from));
          to += stride;
          from += stride;
        }
        to = until;
      }
      if (next > lastNext || to >= FULL) {
        break;
      }
    }
    end = to;
    n &= 63;
    in.next = next - (n >>> 3);
    in.count = n & 7;
    in.bits = b & (1 << in.count) - 1;
    if (!wrong.isEmpty()) {
      throw PackedBits.damaged(wrong);
    }
  }
}
