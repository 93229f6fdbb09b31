package org.ronghe.atlas.source.input;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;

/// Gzip (RFC 1952) of any number of members. Tells damage from the end, and says what the damage
/// is.
final class GzipSource implements ByteSource {
  private static final int FLAG_CRC = 2;
  private static final int FLAG_EXTRA = 4;
  private static final int FLAG_NAME = 8;
  private static final int FLAG_COMMENT = 16;

  private final PackedBits in;
  private final DeflatedStream stream;
  private final CRC32 crc = new CRC32();

  /// How many bytes the member has so far.
  private long size;

  /// How many of the bytes unpacked last are left.
  private int left;

  private boolean inMember;
  private boolean first = true;

  GzipSource(InputStream in) {
    this.in = new PackedBits(in, 1 << 16);
    stream = new DeflatedStream(this.in);
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    while (left == 0) {
      if (!inMember && !header()) {
        return -1;
      }
      int n = stream.unpack();
      if (n < 0) {
        trailer();
      } else {
        crc.update(stream.window(), stream.end() - n, n);
        size += n;
        left = n;
      }
    }
    int n = Math.min(left, length);
    System.arraycopy(stream.window(), stream.end() - left, target, offset, n);
    left -= n;
    return n;
  }

  /// Starts the next member; false at the end of the file.
  private boolean header() throws IOException {
    int magic = in.peek();
    while (!first && magic == 0) { // tapes pad with zeros
      in.next++;
      magic = in.peek();
    }
    if (magic < 0) {
      return false;
    }
    if (need() != 0x1F || need() != 0x8B || need() != 8) {
      throw new IOException("damaged gzip: no member starts here");
    }
    int flags = need();
    skip(6);
    if ((flags & FLAG_EXTRA) != 0) {
      int low = need();
      skip(low | need() << 8);
    }
    if ((flags & FLAG_NAME) != 0) {
      skipText();
    }
    if ((flags & FLAG_COMMENT) != 0) {
      skipText();
    }
    if ((flags & FLAG_CRC) != 0) {
      skip(2);
    }
    stream.start();
    crc.reset();
    size = 0;
    inMember = true;
    first = false;
    return true;
  }

  private void trailer() throws IOException {
    long sum = need4();
    long length = need4();
    if (sum != crc.getValue()) {
      throw new IOException("damaged gzip: wrong checksum");
    }
    if (length != (size & 0xFFFFFFFFL)) {
      throw new IOException("damaged gzip: wrong length");
    }
    inMember = false;
  }

  private int need() throws IOException {
    int c = in.peek();
    if (c < 0) {
      throw PackedBits.ended();
    }
    in.next++;
    return c;
  }

  private long need4() throws IOException {
    long value = 0;
    for (int shift = 0; shift < 32; shift += 8) {
      value |= (long) need() << shift;
    }
    return value;
  }

  private void skip(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      need();
    }
  }

  private void skipText() throws IOException {
    int c = need();
    while (c != 0) {
      c = need();
    }
  }
}
