package org.ronghe.atlas.source.table;

import dev.hardwood.metadata.LogicalType;
import dev.hardwood.metadata.PhysicalType;
import dev.hardwood.reader.ColumnReader;
import dev.hardwood.reader.Validity;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// One column of a Parquet file, batch by batch: each value as a number and as a slice of text.
final class ParquetColumn {
  private static final byte[] NOTHING = {};

  private final ColumnReader reader;
  private final PhysicalType type;
  private final @Nullable LogicalType logical;
  private final boolean text;

  private Validity validity = Validity.NO_NULLS;
  private int[] ints = {};
  private long[] longs = {};
  private float[] floats = {};
  private double[] doubles = {};
  private boolean[] booleans = {};
  private byte[] values = NOTHING;
  private int[] offsets = {};
  private byte[][] fixed = {};

  private int rendered = -1;
  private byte[] bytes = NOTHING;
  private int start;
  private int end;

  ParquetColumn(ColumnReader reader) {
    this.reader = reader;
    type = reader.getColumnSchema().type();
    logical = reader.getColumnSchema().logicalType();
    text = type == PhysicalType.BYTE_ARRAY && !(logical instanceof LogicalType.DecimalType);
  }

  /// Takes over the reader's next batch.
  void batch() {
    validity = reader.getLeafValidity();
    rendered = -1;
    switch (type) {
      case INT32 -> ints = reader.getInts();
      case INT64 -> longs = reader.getLongs();
      case FLOAT -> floats = reader.getFloats();
      case DOUBLE -> doubles = reader.getDoubles();
      case BOOLEAN -> booleans = reader.getBooleans();
      case BYTE_ARRAY, FIXED_LEN_BYTE_ARRAY, INT96 -> {
        if (text) {
          values = reader.getBinaryValues();
          offsets = reader.getBinaryOffsets();
        } else {
          fixed = reader.getBinaries();
        }
      }
    }
  }

  boolean isText() {
    return text;
  }

  boolean isNull(int row) {
    return validity.isNull(row);
  }

  /// Makes [#bytes], [#start] and [#end] those of `row`.
  ParquetColumn at(int row) {
    if (rendered != row) {
      rendered = row;
      render(row);
    }
    return this;
  }

  byte[] bytes() {
    return bytes;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  double number(int row) {
    if (validity.isNull(row)) {
      return Double.NaN;
    }
    if (text) {
      at(row);
      return DecimalText.parse(bytes, start, end);
    }
    return switch (type) {
      case INT32 -> isDecimal() ? decimal(BigInteger.valueOf(ints[row])) : ints[row];
      case INT64 -> isDecimal() ? decimal(BigInteger.valueOf(longs[row])) : longs[row];
      case FLOAT -> finite(floats[row]);
      case DOUBLE -> finite(doubles[row]);
      case BYTE_ARRAY, FIXED_LEN_BYTE_ARRAY ->
          isDecimal() ? decimal(new BigInteger(fixed[row])) : Double.NaN;
      case BOOLEAN, INT96 -> Double.NaN;
    };
  }

  private void render(int row) {
    if (validity.isNull(row)) {
      start = 0;
      end = 0;
    } else if (text) {
      bytes = values;
      start = offsets[row];
      end = offsets[row + 1];
    } else {
      bytes = string(row).getBytes(StandardCharsets.UTF_8);
      start = 0;
      end = bytes.length;
    }
  }

  private String string(int row) {
    return switch (type) {
      case INT32 ->
          logical instanceof LogicalType.DateType
              ? LocalDate.ofEpochDay(ints[row]).toString()
              : isDecimal() ? plain(BigInteger.valueOf(ints[row])) : Integer.toString(ints[row]);
      case INT64 ->
          logical instanceof LogicalType.TimestampType instant
              ? date(longs[row], instant)
              : isDecimal() ? plain(BigInteger.valueOf(longs[row])) : Long.toString(longs[row]);
      case FLOAT -> Float.toString(floats[row]);
      case DOUBLE -> Double.toString(doubles[row]);
      case BOOLEAN -> Boolean.toString(booleans[row]);
      case BYTE_ARRAY, FIXED_LEN_BYTE_ARRAY -> isDecimal() ? plain(new BigInteger(fixed[row])) : "";
      case INT96 -> "";
    };
  }

  private boolean isDecimal() {
    return logical instanceof LogicalType.DecimalType;
  }

  private double decimal(BigInteger unscaled) {
    return logical instanceof LogicalType.DecimalType d
        ? new BigDecimal(unscaled, d.scale()).doubleValue()
        : unscaled.doubleValue();
  }

  private String plain(BigInteger unscaled) {
    return logical instanceof LogicalType.DecimalType d
        ? new BigDecimal(unscaled, d.scale()).toPlainString()
        : unscaled.toString();
  }

  private static String date(long value, LogicalType.TimestampType type) {
    var unit =
        switch (type.unit()) {
          case MILLIS -> ChronoUnit.MILLIS;
          case MICROS -> ChronoUnit.MICROS;
          case NANOS -> ChronoUnit.NANOS;
        };
    return Instant.EPOCH.plus(value, unit).atOffset(ZoneOffset.UTC).toLocalDate().toString();
  }

  private static double finite(double value) {
    return Double.isInfinite(value) ? Double.NaN : value;
  }
}
