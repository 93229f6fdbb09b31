package org.ronghe.sphere;

import java.util.Arrays;

/// Sorts points by the numbers of their cells, stably, so the outcome does not depend on threads.
///
/// Points are first dealt into a good thousand buckets of consecutive cells, then each bucket is
/// sorted on its own, in the processor's cache. Cell number and place travel with the point: from
/// here on nobody needs to fetch coordinates from all over the input. 20 bytes a point.
final class CellSort {

  private static final int BUCKET_BITS = 11;
  private static final int MAX_DIGIT_BITS = 14;
  private static final int LEAST_STRETCH = 1 << 14;

  /// Point indices, cell by cell, ascending in each.
  final int[] order;

  /// Place in its cell of each point in that order, see [Grid#placeOf].
  final int[] place;

  /// First position of each cell that holds any point, and the number of points at the end.
  final int[] start;

  /// Number of each cell, ascending.
  final int[] number;

  // Bucket by bucket: cell number, place and index of each point. Free once sorting is over.
  final int[] bucketCell;
  final int[] bucketPlace;
  final int[] bucketPoint;

  private final int shift;
  private final int[] bucketStart;

  CellSort(Grid grid, int[] firstCells, double[] lat, double[] lon, Workers workers) {
    int n = lat.length;
    order = new int[n];
    place = new int[n];
    bucketCell = new int[n];
    bucketPlace = new int[n];
    bucketPoint = new int[n];
    int bits = 32 - Integer.numberOfLeadingZeros(firstCells[firstCells.length - 1]);
    shift = Math.max(0, bits - BUCKET_BITS);
    int buckets = (firstCells[firstCells.length - 1] >>> shift) + 1;
    bucketStart = new int[buckets + 1];
    deal(grid, firstCells, lat, lon, workers);
    int[] cellsUpTo = new int[buckets + 1];
    workers.share(
        buckets,
        1,
        () -> {
          Bucket scratch = new Bucket();
          return (from, to) -> {
            for (int bucket = from; bucket < to; bucket++) {
              cellsUpTo[bucket + 1] = scratch.sort(bucketStart[bucket], bucketStart[bucket + 1]);
            }
          };
        });
    for (int bucket = 0; bucket < buckets; bucket++) {
      cellsUpTo[bucket + 1] += cellsUpTo[bucket];
    }
    start = new int[cellsUpTo[buckets] + 1];
    number = new int[cellsUpTo[buckets]];
    start[number.length] = n;
    for (int bucket = 0; bucket < buckets; bucket++) {
      int from = cellsUpTo[bucket];
      int count = cellsUpTo[bucket + 1] - from;
      System.arraycopy(bucketCell, bucketStart[bucket], number, from, count);
      System.arraycopy(bucketPlace, bucketStart[bucket], start, from, count);
    }
  }

  /// Deals the points into the buckets, each thread those of its own stretch of the input.
  private void deal(Grid grid, int[] firstCells, double[] lat, double[] lon, Workers workers) {
    int stretches = Math.clamp(lat.length / LEAST_STRETCH, 1, workers.threads());
    int[][] next = new int[stretches][bucketStart.length];
    shareStretches(
        stretches, workers, (s, from, to) -> locate(grid, firstCells, lat, lon, from, to, next[s]));
    int position = 0;
    for (int bucket = 0; bucket < bucketStart.length; bucket++) {
      bucketStart[bucket] = position;
      for (int[] ofStretch : next) {
        int size = ofStretch[bucket];
        ofStretch[bucket] = position;
        position += size;
      }
    }
    shareStretches(stretches, workers, (s, from, to) -> scatter(from, to, next[s]));
  }

  private void shareStretches(int stretches, Workers workers, Stretch work) {
    workers.share(
        stretches,
        1,
        (from, to) -> {
          for (int s = from; s < to; s++) {
            work.run(s, bound(s, stretches), bound(s + 1, stretches));
          }
        });
  }

  private int bound(int stretch, int stretches) {
    return (int) ((long) order.length * stretch / stretches);
  }

  /// Works out cells and places, still in the order of the input, and counts points by bucket.
  private void locate(
      Grid grid, int[] firstCells, double[] lat, double[] lon, int from, int to, int[] sizes) {
    for (int i = from; i < to; i++) {
      int row = grid.rowOf(lat[i]);
      int first = firstCells[row];
      int columns = firstCells[row + 1] - first;
      int column = Grid.columnOf(lon[i], columns);
      order[i] = first + column;
      place[i] = grid.placeOf(lat[i], lon[i], row, column, columns);
      sizes[(first + column) >>> shift]++;
    }
  }

  private void scatter(int from, int to, int[] next) {
    for (int i = from; i < to; i++) {
      int cell = order[i];
      int at = next[cell >>> shift]++;
      bucketCell[at] = cell;
      bucketPlace[at] = place[i];
      bucketPoint[at] = i;
    }
  }

  /// Work on a stretch of the input from (inclusive) until to (exclusive).
  private interface Stretch {
    void run(int stretch, int from, int to);
  }

  /// Sorts one bucket after another. One per thread.
  private final class Bucket {

    // Lower bits of the cell number over the position in the bucket.
    private long[] codes = new long[0];
    private long[] spare = new long[0];
    private int[] next = new int[0];

    /// Sorts a bucket into place; leaves number and start of each cell at the beginning of the
    /// bucket's cells and places, and returns how many cells there are.
    int sort(int from, int to) {
      int size = to - from;
      if (codes.length < size) {
        int capacity = (int) Math.min(order.length, size + size / 4L);
        codes = new long[capacity];
        spare = new long[capacity];
      }
      int mask = (1 << shift) - 1;
      for (int i = 0; i < size; i++) {
        codes[i] = (long) (bucketCell[from + i] & mask) << 32 | i;
      }
      if (shift <= MAX_DIGIT_BITS && 1 << shift <= 4 * size) {
        pass(size, 32, shift);
      } else if (size > 1) {
        pass(size, 32, (shift + 1) / 2);
        pass(size, 32 + (shift + 1) / 2, (shift + 1) / 2);
      }
      int cells = 0;
      long previous = -1;
      for (int i = 0; i < size; i++) {
        long cell = codes[i] >>> 32;
        int at = from + (int) codes[i];
        order[from + i] = bucketPoint[at];
        place[from + i] = bucketPlace[at];
        if (cell != previous) {
          // Never ahead of i, so nothing is lost.
          codes[cells++] = cell << 32 | (from + i);
          previous = cell;
        }
      }
      int high = size == 0 ? 0 : bucketCell[from] & ~mask;
      for (int c = 0; c < cells; c++) {
        bucketCell[from + c] = high | (int) (codes[c] >>> 32);
        bucketPlace[from + c] = (int) codes[c];
      }
      return cells;
    }

    private void pass(int size, int fromBit, int bits) {
      int digits = 1 << bits;
      if (next.length < digits) {
        next = new int[digits];
      }
      Arrays.fill(next, 0, digits, 0);
      for (int i = 0; i < size; i++) {
        next[(int) (codes[i] >>> fromBit) & (digits - 1)]++;
      }
      int position = 0;
      for (int digit = 0; digit < digits; digit++) {
        int count = next[digit];
        next[digit] = position;
        position += count;
      }
      for (int i = 0; i < size; i++) {
        spare[next[(int) (codes[i] >>> fromBit) & (digits - 1)]++] = codes[i];
      }
      long[] swap = codes;
      codes = spare;
      spare = swap;
    }
  }
}
