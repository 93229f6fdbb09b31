package org.ronghe.atlas.locate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// The columns of the bundled gazetteer as they lie in the file that
/// `src/main/web/build/gazetteer.mjs` writes: places in bands of one degree of latitude from south
/// to north, west to east within a band.
final class GazetteerFile {
  private static final int MAGIC = 0x52475A31; // "RGZ1"
  private static final int BANDS = 180;
  private static final double PER_DEGREE = 1e5;

  final int count;
  final String[] countries;
  final String[] admins;
  final int[] chinesePlaces;
  final String[] chineseNames;
  final int[] ids;
  final int[] latitudes;
  final int[] longitudes;
  final int[] populations;
  final short[] adminOf;
  final byte[] countryOf;
  final byte[] flags;

  /// The first place of each band, and the count at the end.
  final int[] bandStarts = new int[BANDS + 1];

  private final int[] nameStarts;
  private final byte[] names;

  private GazetteerFile(ByteBuffer in) {
    if (in.getInt() != MAGIC) {
      throw new IllegalStateException("gazetteer.bin is of another format");
    }
    count = in.getInt();
    countries = strings(in);
    admins = strings(in);
    chinesePlaces = ints(in, in.getInt());
    chineseNames = strings(in);
    ids = ints(in, count);
    latitudes = ints(in, count);
    longitudes = ints(in, count);
    populations = ints(in, count);
    adminOf = new short[count];
    in.asShortBuffer().get(adminOf);
    in.position(in.position() + count * Short.BYTES);
    countryOf = bytes(in, count);
    flags = bytes(in, count);
    byte[] nameLengths = bytes(in, count);
    nameStarts = new int[count + 1];
    for (int i = 0; i < count; i++) {
      nameStarts[i + 1] = nameStarts[i] + (nameLengths[i] & 0xFF);
    }
    names = bytes(in, nameStarts[count]);
    for (int i = 0; i < count; i++) {
      bandStarts[bandOf(latDegrees(i)) + 1]++;
    }
    for (int band = 0; band < BANDS; band++) {
      bandStarts[band + 1] += bandStarts[band];
    }
  }

  static GazetteerFile read() {
    try (var in = GazetteerFile.class.getResourceAsStream("gazetteer.bin")) {
      if (in == null) {
        throw new IllegalStateException("gazetteer.bin is missing from the build");
      }
      return new GazetteerFile(ByteBuffer.wrap(in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static int bandOf(double latDegrees) {
    return Math.clamp((int) Math.floor(latDegrees + 90), 0, BANDS - 1);
  }

  double latDegrees(int place) {
    return latitudes[place] / PER_DEGREE;
  }

  double lonDegrees(int place) {
    return longitudes[place] / PER_DEGREE;
  }

  String name(int place) {
    int start = nameStarts[place];
    return new String(names, start, nameStarts[place + 1] - start, StandardCharsets.UTF_8);
  }

  String country(int place) {
    return countries[countryOf[place] & 0xFF];
  }

  String admin(int place) {
    return admins[adminOf[place] & 0xFFFF];
  }

  /// The first place in `[from, to)`, a stretch of one band, at or east of a longitude.
  int firstEastOf(double lonDegrees, int from, int to) {
    int low = from;
    int high = to;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (lonDegrees(middle) < lonDegrees) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static String[] strings(ByteBuffer in) {
    var strings = new String[in.getInt()];
    for (int i = 0; i < strings.length; i++) {
      strings[i] = new String(bytes(in, in.get() & 0xFF), StandardCharsets.UTF_8);
    }
    return strings;
  }

  private static int[] ints(ByteBuffer in, int length) {
    var values = new int[length];
    in.asIntBuffer().get(values);
    in.position(in.position() + length * Integer.BYTES);
    return values;
  }

  private static byte[] bytes(ByteBuffer in, int length) {
    var values = new byte[length];
    in.get(values);
    return values;
  }
}
