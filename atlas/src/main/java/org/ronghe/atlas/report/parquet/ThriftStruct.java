package org.ronghe.atlas.report.parquet;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// Writes structs in Thrift's compact protocol, as Parquet's headers and footer are.
///
/// https://github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md
final class ThriftStruct {
  private static final int TRUE = 1;
  private static final int FALSE = 2;
  private static final int I16 = 4;
  private static final int I32 = 5;
  private static final int I64 = 6;
  private static final int BINARY = 8;
  private static final int LIST = 9;
  private static final int STRUCT = 12;

  private final ByteSink out;
  private int[] outer = new int[8];
  private int depth;
  private int lastField;

  ThriftStruct(ByteSink out) {
    this.out = out;
  }

  ThriftStruct i16(int field, int value) {
    header(field, I16);
    out.putVarint(zigzag(value));
    return this;
  }

  ThriftStruct i32(int field, int value) {
    header(field, I32);
    out.putVarint(zigzag(value));
    return this;
  }

  ThriftStruct i64(int field, long value) {
    header(field, I64);
    out.putVarint(zigzag(value));
    return this;
  }

  ThriftStruct truth(int field, boolean value) {
    header(field, value ? TRUE : FALSE);
    return this;
  }

  ThriftStruct text(int field, String value) {
    return binary(field, value.getBytes(StandardCharsets.UTF_8));
  }

  ThriftStruct binary(int field, byte[] value) {
    header(field, BINARY);
    bytes(value);
    return this;
  }

  ThriftStruct i32s(int field, List<Integer> values) {
    list(field, I32, values.size());
    values.forEach(value -> out.putVarint(zigzag(value)));
    return this;
  }

  ThriftStruct texts(int field, List<String> values) {
    list(field, BINARY, values.size());
    values.forEach(value -> bytes(value.getBytes(StandardCharsets.UTF_8)));
    return this;
  }

  /// Announces a list of `size` structs, each to be written between [#element] and [#end].
  ThriftStruct structs(int field, int size) {
    list(field, STRUCT, size);
    return this;
  }

  /// Begins a struct within a list.
  ThriftStruct element() {
    if (depth == outer.length) {
      outer = Arrays.copyOf(outer, depth * 2);
    }
    outer[depth++] = lastField;
    lastField = 0;
    return this;
  }

  /// Begins a struct in a field.
  ThriftStruct begin(int field) {
    header(field, STRUCT);
    return element();
  }

  /// Ends the struct begun last; the outermost is ended once, without having been begun.
  ThriftStruct end() {
    out.put(0);
    lastField = depth == 0 ? 0 : outer[--depth];
    return this;
  }

  private void header(int field, int type) {
    out.put((field - lastField) << 4 | type);
    lastField = field;
  }

  private void list(int field, int type, int size) {
    header(field, LIST);
    if (size < 15) {
      out.put(size << 4 | type);
    } else {
      out.put(0xF0 | type);
      out.putVarint(size);
    }
  }

  private void bytes(byte[] value) {
    out.putVarint(value.length);
    out.put(value, 0, value.length);
  }

  private static long zigzag(long value) {
    return (value << 1) ^ (value >> 63);
  }
}
