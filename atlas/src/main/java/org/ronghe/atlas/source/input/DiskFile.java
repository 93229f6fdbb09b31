package org.ronghe.atlas.source.input;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.ronghe.atlas.problem.ProblemException;

/// A file as it is on disk; counts and digests the bytes as they pass. What goes wrong here is the
/// environment's fault, not the data's, so it is thrown as a [ProblemException].
///
/// It is a plain stream rather than a channel, since a channel closes itself under a thread that is
/// interrupted.
final class DiskFile extends InputStream {
  /// The JDK reads into memory of its own and copies from there; so much stays in the cache
  /// between.
  private static final int AT_ONCE = 1 << 18;

  private final InputFile file;
  private final FileInputStream in;
  private final @Nullable MessageDigest digest;
  private long bytes;

  /// @param digested whether [#sha256] will be asked for: it takes about as long as the reading
  DiskFile(InputFile file, boolean digested) {
    this.file = file;
    try {
      in = new FileInputStream(file.path().toFile());
      digest = digested ? MessageDigest.getInstance("SHA-256") : null;
    } catch (IOException e) {
      throw InputFiles.unreadable(file.name(), e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  @Override
  public int read() {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    try {
      int n = in.read(target, offset, Math.min(length, AT_ONCE));
      if (n > 0) {
        bytes += n;
        if (digest != null) {
          digest.update(target, offset, n);
        }
      }
      return n;
    } catch (IOException e) {
      throw InputFiles.unreadable(file.name(), e);
    }
  }

  /// How many bytes have passed.
  long bytes() {
    return bytes;
  }

  /// Reads what is left and returns the digest of the whole file; empty if it is not digested.
  String sha256() {
    if (digest == null) {
      return "";
    }
    var buffer = new byte[1 << 16];
    int n = 0;
    while (n >= 0) {
      n = read(buffer, 0, buffer.length);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw InputFiles.unreadable(file.name(), e);
    }
  }
}
