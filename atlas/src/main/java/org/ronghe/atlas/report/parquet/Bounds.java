package org.ronghe.atlas.report.parquet;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Least and greatest value of a chunk in PLAIN encoding; both empty when the chunk has none that
/// compare, or texts too long to repeat in the footer.
final class Bounds {
  private static final int LONGEST = 64;
  private static final Bounds NONE = new Bounds(null, null);

  private final byte @Nullable [] least;
  private final byte @Nullable [] greatest;

  private Bounds(byte @Nullable [] least, byte @Nullable [] greatest) {
    this.least = least;
    this.greatest = greatest;
  }

  byte @Nullable [] least() {
    return least;
  }

  byte @Nullable [] greatest() {
    return greatest;
  }

  static Bounds of(ParquetType type, ChunkValues values) {
    if (values.count == 0) {
      return NONE;
    }
    return switch (type) {
      case BOOLEAN, INT32, INT64 -> ofWhole(type, values);
      case DOUBLE -> ofDoubles(values);
      case BYTE_ARRAY -> ofTexts(values);
    };
  }

  private static Bounds ofWhole(ParquetType type, ChunkValues values) {
    long least = values.numbers[0];
    long greatest = least;
    for (int i = 1; i < values.count; i++) {
      least = Math.min(least, values.numbers[i]);
      greatest = Math.max(greatest, values.numbers[i]);
    }
    int bytes = type == ParquetType.BOOLEAN ? 1 : type.bytes;
    return new Bounds(littleEndian(least, bytes), littleEndian(greatest, bytes));
  }

  /// NaN does not compare; zeros are widened to -0.0 and 0.0, as the format asks.
  private static Bounds ofDoubles(ChunkValues values) {
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    boolean any = false;
    for (int i = 0; i < values.count; i++) {
      double value = Double.longBitsToDouble(values.numbers[i]);
      if (!Double.isNaN(value)) {
        any = true;
        least = Math.min(least, value);
        greatest = Math.max(greatest, value);
      }
    }
    if (!any) {
      return NONE;
    }
    least = least == 0 ? -0.0 : least;
    greatest = greatest == 0 ? 0.0 : greatest;
    return new Bounds(
        littleEndian(Double.doubleToLongBits(least), 8),
        littleEndian(Double.doubleToLongBits(greatest), 8));
  }

  private static Bounds ofTexts(ChunkValues values) {
    // With a dictionary its entries are all there is to compare.
    boolean encoded = values.encoded();
    int n = encoded ? values.entryCount() : values.count;
    int least = encoded ? values.entry(0) : 0;
    int greatest = least;
    for (int e = 1; e < n; e++) {
      int i = encoded ? values.entry(e) : e;
      if (values.compareTexts(i, least) < 0) {
        least = i;
      } else if (values.compareTexts(i, greatest) > 0) {
        greatest = i;
      }
    }
    boolean handy =
        values.end(least) - values.start(least) <= LONGEST
            && values.end(greatest) - values.start(greatest) <= LONGEST;
    return handy ? new Bounds(text(values, least), text(values, greatest)) : NONE;
  }

  private static byte[] text(ChunkValues values, int i) {
    return Arrays.copyOfRange(values.text, values.start(i), values.end(i));
  }

  private static byte[] littleEndian(long value, int bytes) {
    byte[] encoded = new byte[bytes];
    for (int i = 0; i < bytes; i++) {
      encoded[i] = (byte) (value >>> (8 * i));
    }
    return encoded;
  }
}
