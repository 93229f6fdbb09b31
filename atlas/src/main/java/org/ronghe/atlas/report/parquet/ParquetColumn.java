package org.ronghe.atlas.report.parquet;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/// One column to write: a name and where row `i`, from 0, finds its value. The functions are asked
/// for each row once, in ascending order.
public sealed interface ParquetColumn {

  /// The column's name.
  String name();

  /// Which rows have no value; null for a column in which every row has one (`REQUIRED`).
  @Nullable IntPredicate absent();

  /// Whole numbers of 32 bits.
  record Int32(String name, @Nullable IntPredicate absent, IntUnaryOperator values)
      implements ParquetColumn {}

  /// Whole numbers of 64 bits.
  record Int64(String name, @Nullable IntPredicate absent, IntToLongFunction values)
      implements ParquetColumn {}

  /// Floating numbers of 64 bits.
  record Float64(String name, @Nullable IntPredicate absent, IntToDoubleFunction values)
      implements ParquetColumn {}

  /// Truth values.
  record Truth(String name, @Nullable IntPredicate absent, IntPredicate values)
      implements ParquetColumn {}

  /// Strings given as bytes.
  record Text(String name, @Nullable IntPredicate absent, Utf8Values values)
      implements ParquetColumn {}

  /// Strings given as numbers of texts, each text once.
  record Coded(
      String name, @Nullable IntPredicate absent, IntUnaryOperator values, List<String> texts)
      implements ParquetColumn {
    public Coded {
      texts = List.copyOf(texts);
    }
  }

  /// Where the UTF-8 bytes of a row's text stand.
  interface Utf8Values {
    /// The array that holds the text of `row`.
    byte[] bytes(int row);

    /// Where the text starts; called after [#bytes] for the same row.
    int start(int row);

    /// Where it ends, exclusive; called after [#bytes] for the same row.
    int end(int row);
  }

  /// Whole numbers that every row has.
  static ParquetColumn int32(String name, IntUnaryOperator values) {
    return new Int32(name, null, values);
  }

  /// Whole numbers that every row has.
  static ParquetColumn int64(String name, IntToLongFunction values) {
    return new Int64(name, null, values);
  }

  /// Numbers that every row has.
  static ParquetColumn float64(String name, IntToDoubleFunction values) {
    return new Float64(name, null, values);
  }

  /// Numbers of which NaN stands for none.
  static ParquetColumn optionalFloat64(String name, IntToDoubleFunction values) {
    return new Float64(name, row -> Double.isNaN(values.applyAsDouble(row)), values);
  }

  /// Truth values that every row has.
  static ParquetColumn truth(String name, IntPredicate values) {
    return new Truth(name, null, values);
  }

  /// Strings that every row has.
  static ParquetColumn text(String name, IntFunction<String> values) {
    return new Text(name, null, new Encoded(values));
  }

  /// Strings that every row has, given as bytes.
  static ParquetColumn utf8(String name, Utf8Values values) {
    return new Text(name, null, values);
  }

  /// Strings that repeat: row `i` has `texts.get(index(i))`, and none where the index is negative.
  static ParquetColumn coded(String name, IntUnaryOperator index, List<String> texts) {
    return new Coded(name, row -> index.applyAsInt(row) < 0, index, texts);
  }

  /// The same column with no value in the rows that `absent` names.
  default ParquetColumn unless(IntPredicate absent) {
    return switch (this) {
      case Int32 c -> new Int32(c.name, absent, c.values);
      case Int64 c -> new Int64(c.name, absent, c.values);
      case Float64 c -> new Float64(c.name, absent, c.values);
      case Truth c -> new Truth(c.name, absent, c.values);
      case Text c -> new Text(c.name, absent, c.values);
      case Coded c -> new Coded(c.name, absent, c.values, c.texts);
    };
  }

  /// Strings turned into bytes as they are asked for.
  final class Encoded implements Utf8Values {
    private final IntFunction<String> values;
    private byte[] bytes = {};

    private Encoded(IntFunction<String> values) {
      this.values = values;
    }

    @Override
    public byte[] bytes(int row) {
      bytes = values.apply(row).getBytes(StandardCharsets.UTF_8);
      return bytes;
    }

    @Override
    public int start(int row) {
      return 0;
    }

    @Override
    public int end(int row) {
      return bytes.length;
    }
  }
}
