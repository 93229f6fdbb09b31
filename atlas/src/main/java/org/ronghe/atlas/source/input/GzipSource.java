package org.ronghe.atlas.source.input;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Gzip (RFC 1952) of any number of members. Unlike the JDK's stream it unpacks straight into the
/// block, tells damage from the end, and says what the damage is.
final class GzipSource implements ByteSource, AutoCloseable {
  private static final int FLAG_CRC = 2;
  private static final int FLAG_EXTRA = 4;
  private static final int FLAG_NAME = 8;
  private static final int FLAG_COMMENT = 16;

  private final InputStream in;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private final byte[] buffer = new byte[1 << 17];
  private int next;
  private int limit;
  private boolean inMember;
  private boolean first = true;

  GzipSource(InputStream in) {
    this.in = in;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    while (true) {
      if (!inMember && !header()) {
        return -1;
      }
      try {
        int n = inflater.inflate(target, offset, length);
        if (n > 0) {
          crc.update(target, offset, n);
          return n;
        }
      } catch (DataFormatException e) {
        throw new IOException("damaged gzip: " + e.getMessage(), e);
      }
      if (inflater.finished()) {
        trailer();
      } else if (inflater.needsInput()) {
        if (!fill()) {
          throw ended();
        }
        inflater.setInput(buffer, 0, limit);
        next = limit; // the inflater has them; what it leaves is taken back at the member's end
      } else {
        throw new IOException("damaged gzip: needs a dictionary");
      }
    }
  }

  /// Starts the next member; false at the end of the file.
  private boolean header() throws IOException {
    int magic = peek();
    while (!first && magic == 0) { // tapes pad with zeros
      next++;
      magic = peek();
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
    inflater.reset();
    inflater.setInput(buffer, next, limit - next);
    next = limit;
    crc.reset();
    inMember = true;
    first = false;
    return true;
  }

  private void trailer() throws IOException {
    next = limit - inflater.getRemaining();
    long sum = need4();
    long size = need4();
    if (sum != crc.getValue()) {
      throw new IOException("damaged gzip: wrong checksum");
    }
    if (size != (inflater.getBytesWritten() & 0xFFFFFFFFL)) {
      throw new IOException("damaged gzip: wrong length");
    }
    inMember = false;
  }

  private int peek() {
    return next < limit || fill() ? buffer[next] & 0xFF : -1;
  }

  private int need() throws IOException {
    int c = peek();
    if (c < 0) {
      throw ended();
    }
    next++;
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

  private boolean fill() {
    try {
      next = 0;
      limit = Math.max(0, in.read(buffer, 0, buffer.length));
      return limit > 0;
    } catch (IOException e) {
      throw new IllegalStateException("a file on disk reports its own troubles", e);
    }
  }

  private static IOException ended() {
    return new IOException("truncated gzip: ends within a member");
  }

  @Override
  public void close() {
    inflater.close();
  }
}
