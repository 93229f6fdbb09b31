package org.ronghe.atlas.source.input;

import java.io.IOException;
import java.io.InputStream;

/// A packed file as it comes from the disk, taken by the byte or by the bit; [DeflatedStream] reads
/// its buffer by the word.
final class PackedBits {
  private final InputStream in;

  /// The bytes from [#next] to [#limit] are there to be read.
  final byte[] bytes;

  int next;
  int limit;

  /// Bits taken from the bytes and not used, fewer than eight, the next one lowest.
  long bits;

  int count;

  PackedBits(InputStream in, int size) {
    this.in = in;
    bytes = new byte[size];
  }

  /// Has `count` bytes in the buffer, at most its size, if the file goes on so far.
  ///
  /// @return how many there are
  int have(int count) {
    while (limit - next < count) {
      System.arraycopy(bytes, next, bytes, 0, limit - next);
      limit -= next;
      next = 0;
      int n = read();
      if (n < 0) {
        break;
      }
      limit += n;
    }
    return limit - next;
  }

  /// The next byte, which stays; -1 at the end of the file.
  int peek() {
    return have(1) > 0 ? bytes[next] & 0xFF : -1;
  }

  /// Goes on at the next byte.
  void dropBits() {
    bits = 0;
    count = 0;
  }

  /// Takes the next code and returns its entry; of two literals in one, the first is taken.
  int look(HuffmanTable table) throws IOException {
    while (true) {
      int entry = table.entries[table.start + ((int) bits & (1 << table.bits) - 1)];
      int taken = 0;
      if ((entry & HuffmanTable.SECOND) != 0) {
        taken = table.bits;
        int width = entry >>> 8 & 31;
        entry = table.entries[(entry >>> 13) + ((int) (bits >>> taken) & (1 << width) - 1)];
      }
      if (entry < 0) {
        taken += entry >>> 24 & 15;
      } else {
        taken += (entry & HuffmanTable.OTHER) != 0 ? entry & 63 : entry >>> 8 & 15;
      }
      if (taken <= count) {
        take(taken);
        return entry;
      }
      gather();
    }
  }

  /// The number of an entry that [#look] found, with its extra bits, which are taken.
  int value(int entry) throws IOException {
    return (entry >>> 16) + take((entry & 63) - (entry >>> 8 & 15));
  }

  /// The next `n` bits, at most 16.
  int take(int n) throws IOException {
    while (count < n) {
      gather();
    }
    int value = (int) bits & (1 << n) - 1;
    bits >>>= n;
    count -= n;
    return value;
  }

  /// Takes the next byte of the file.
  private void gather() throws IOException {
    if (have(1) == 0) {
      throw ended();
    }
    bits |= (bytes[next++] & 0xFFL) << count;
    count += 8;
  }

  /// What to throw at a stream that is none.
  static IOException damaged(String how) {
    return new IOException("damaged gzip: " + how);
  }

  /// What to throw when the file ends within a stream.
  static IOException ended() {
    return new IOException("truncated gzip: ends within a member");
  }

  private int read() {
    try {
      return in.read(bytes, limit, bytes.length - limit);
    } catch (IOException e) {
      throw new IllegalStateException("a file on disk reports its own troubles", e);
    }
  }
}
