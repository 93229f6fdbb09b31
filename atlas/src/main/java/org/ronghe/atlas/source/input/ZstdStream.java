package org.ronghe.atlas.source.input;

import io.airlift.compress.v3.MalformedInputException;
import io.airlift.compress.v3.zstd.ZstdInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/// Unpacks zstd, and says what is wrong with it as the JDK's own streams do: [EOFException] where
/// it breaks off, [ZipException] where it is damaged.
public final class ZstdStream extends FilterInputStream {
  private final Packed packed;

  /// @param packed is closed with this
  public ZstdStream(InputStream packed) {
    this(new Packed(packed));
  }

  private ZstdStream(Packed packed) {
    super(new ZstdInputStream(packed));
    this.packed = packed;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    try {
      return in.read(target, offset, length);
    } catch (MalformedInputException | IndexOutOfBoundsException e) {
      // The decoder looks up some lengths that it has not checked.
      var damage = new ZipException("damaged zstd: " + e.getMessage());
      damage.initCause(e);
      throw damage;
    } catch (IOException e) {
      if (!packed.ended) {
        throw e;
      }
      var cut = new EOFException("zstd breaks off");
      cut.initCause(e);
      throw cut;
    }
  }

  /// Notes that its end was reached.
  private static final class Packed extends FilterInputStream {
    boolean ended;

    Packed(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int n = super.read(target, offset, length);
      ended |= n < 0;
      return n;
    }
  }
}
