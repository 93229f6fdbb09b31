package org.ronghe.atlas.source.table;

import java.util.Arrays;

/// The rows of an events table as struct of arrays, some 44 bytes a row, until the last row is
/// read: rows of one record may stand anywhere in the file.
final class EventRows {
  /// A row without a person.
  static final long NOBODY = 0;

  /// The kind of a record that does not count because of its type.
  static final int OTHER_TYPE = -1;

  private int size;
  private int[] record = new int[1024];
  private long[] person = new long[1024];
  private int[] organisation = new int[1024];
  private int[] statement = new int[1024];
  private int[] line = new int[1024];
  private double[] latDegrees = new double[1024];
  private double[] lonDegrees = new double[1024];

  private int records;
  private int[] recordKind = new int[1024];
  private int[] recordLine = new int[1024];
  private short[] recordYear = new short[1024];
  private double[] recordWeight = new double[1024];

  /// Adds the next record and returns its number, the next from 0.
  int addRecord(int kind, int year, double weight, long atLine) {
    if (records == recordKind.length) {
      int length = records * 2;
      recordKind = Arrays.copyOf(recordKind, length);
      recordLine = Arrays.copyOf(recordLine, length);
      recordYear = Arrays.copyOf(recordYear, length);
      recordWeight = Arrays.copyOf(recordWeight, length);
    }
    recordKind[records] = kind;
    recordYear[records] = (short) year;
    recordWeight[records] = weight;
    recordLine[records] = line(atLine);
    return records++;
  }

  /// Adds a row of record `ofRecord`; coordinates NaN when it gives none.
  void add(int ofRecord, long who, int whose, int where, long atLine) {
    if (size == record.length) {
      int length = size + (size >> 1);
      record = Arrays.copyOf(record, length);
      person = Arrays.copyOf(person, length);
      organisation = Arrays.copyOf(organisation, length);
      statement = Arrays.copyOf(statement, length);
      line = Arrays.copyOf(line, length);
      latDegrees = Arrays.copyOf(latDegrees, length);
      lonDegrees = Arrays.copyOf(lonDegrees, length);
    }
    record[size] = ofRecord;
    person[size] = who;
    organisation[size] = whose;
    statement[size] = where;
    latDegrees[size] = Double.NaN;
    lonDegrees[size] = Double.NaN;
    line[size++] = line(atLine);
  }

  /// Gives the row added last its coordinates.
  void place(double lat, double lon) {
    // Adding zero makes -0.0 and 0.0 one place.
    latDegrees[size - 1] = lat + 0.0;
    lonDegrees[size - 1] = lon + 0.0;
  }

  /// Gives the row added last its statement.
  void state(int where) {
    statement[size - 1] = where;
  }

  int size() {
    return size;
  }

  int records() {
    return records;
  }

  int recordOf(int i) {
    return record[i];
  }

  int kind(int r) {
    return recordKind[r];
  }

  int year(int r) {
    return recordYear[r];
  }

  double weight(int r) {
    return recordWeight[r];
  }

  int recordLine(int r) {
    return recordLine[r];
  }

  /// Who, as a [TextHash]; [#NOBODY] if the row does not say.
  long person(int i) {
    return person[i];
  }

  int organisation(int i) {
    return organisation[i];
  }

  int statement(int i) {
    return statement[i];
  }

  double latDegrees(int i) {
    return latDegrees[i];
  }

  double lonDegrees(int i) {
    return lonDegrees[i];
  }

  int line(int i) {
    return line[i];
  }

  /// True if rows `i` and `j` of one record say the same.
  boolean same(int i, int j) {
    return person[i] == person[j]
        && organisation[i] == organisation[j]
        && statement[i] == statement[j]
        && Double.compare(latDegrees[i], latDegrees[j]) == 0
        && Double.compare(lonDegrees[i], lonDegrees[j]) == 0;
  }

  /// A hash under which [#same] rows are equal.
  long fingerprint(int i) {
    long h = person[i];
    h = h * 0x9E3779B97F4A7C15L + organisation[i];
    h = h * 0x9E3779B97F4A7C15L + statement[i];
    h = h * 0x9E3779B97F4A7C15L + Double.doubleToLongBits(latDegrees[i]);
    h = h * 0x9E3779B97F4A7C15L + Double.doubleToLongBits(lonDegrees[i]);
    return h ^ (h >>> 32);
  }

  /// The rows by record, those of one record in the order of the file.
  Grouped grouped() {
    int[] first = new int[records + 1];
    boolean sorted = true;
    for (int i = 0; i < size; i++) {
      first[record[i] + 1]++;
      sorted &= i == 0 || record[i] >= record[i - 1];
    }
    for (int r = 0; r < records; r++) {
      first[r + 1] += first[r];
    }
    if (sorted) {
      return new Grouped(first, new int[0]);
    }
    int[] next = Arrays.copyOf(first, records);
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      order[next[record[i]]++] = i;
    }
    return new Grouped(first, order);
  }

  /// Where each record's rows are.
  static final class Grouped {
    private final int[] first;
    private final int[] order;

    private Grouped(int[] first, int[] order) {
      this.first = first;
      this.order = order;
    }

    int from(int r) {
      return first[r];
    }

    int to(int r) {
      return first[r + 1];
    }

    int row(int position) {
      return order.length == 0 ? position : order[position];
    }
  }

  private static int line(long line) {
    return (int) Math.min(line, Integer.MAX_VALUE);
  }
}
