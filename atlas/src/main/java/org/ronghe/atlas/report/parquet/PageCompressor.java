package org.ronghe.atlas.report.parquet;

import io.airlift.compress.v3.Compressor;
import io.airlift.compress.v3.snappy.SnappyJavaCompressor;
import io.airlift.compress.v3.zstd.ZstdJavaCompressor;

/// Compresses pages with a codec in pure Java, so that the bytes are the same on every machine.
final class PageCompressor {
  /// Codecs with Parquet's numbers for them.
  enum Codec {
    UNCOMPRESSED(0),
    SNAPPY(1),
    ZSTD(6);

    final int code;

    Codec(int code) {
      this.code = code;
    }
  }

  private final Codec codec;
  private final Compressor compressor;
  private byte[] bytes = {};

  PageCompressor(Codec codec) {
    this.codec = codec;
    compressor = codec == Codec.ZSTD ? new ZstdJavaCompressor() : new SnappyJavaCompressor();
  }

  Codec codec() {
    return codec;
  }

  /// Compresses `page` into [#bytes] and returns the length.
  int compress(ByteSink page) {
    if (codec == Codec.UNCOMPRESSED) {
      bytes = page.bytes();
      return page.size();
    }
    int most = compressor.maxCompressedLength(page.size());
    if (bytes.length < most) {
      bytes = new byte[most];
    }
    return compressor.compress(page.bytes(), 0, page.size(), bytes, 0, most);
  }

  byte[] bytes() {
    return bytes;
  }
}
