package org.ronghe.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.util.SplittableRandom;

/// Institutions that stand in the cities of a [World]; each author's place of work.
final class MadeUpInstitutions {
  private static final String[] ECONOMIES = {"CN", "US", "DE", "JP", "GB", "FR", "KR", "IN"};

  private final double[] lat;
  private final double[] lon;
  private final byte[][] asMember;
  private final byte[][] statement;
  private final byte[][] asRor;

  /// The first `n` points of `world`, in its random order, are the institutions.
  MadeUpInstitutions(World world, int n, long seed) {
    var random = new SplittableRandom(seed);
    lat = world.lat();
    lon = world.lon();
    asMember = new byte[n][];
    statement = new byte[n][];
    asRor = new byte[n][];
    for (int i = 0; i < n; i++) {
      String city = MadeUpNames.name(random);
      String name = "University of " + city;
      String economy = ECONOMIES[random.nextInt(ECONOMIES.length)];
      String ror = MadeUpNames.ror(i);
      asMember[i] =
          Utf8Buffer.utf8(
              "{\"id\": \"https://openalex.org/I%d\", \"display_name\": \"%s\", \"ror\": \"%s\", \"country_code\": \"%s\", \"type\": \"education\"}"
                  .formatted(100_000_000L + i, name, ror, economy));
      statement[i] =
          Utf8Buffer.utf8(
              "Department of %s, %s, %s, %s"
                  .formatted(MadeUpNames.name(random), name, city, economy));
      asRor[i] =
          Utf8Buffer.utf8(
              """
              {"id": "%s", "names": [{"lang": "en", "types": ["ror_display", "label"], "value": "%s"}], \
              "locations": [{"geonames_id": %d, "geonames_details": {"country_code": "%s", "lat": %s, "lng": %s, "name": "%s"}}], \
              "relationships": [], "status": "active", "types": ["education"]}
              """
                  .formatted(
                      ror, name, 1_000_000 + i, economy, degrees(lat[i]), degrees(lon[i]), city));
    }
  }

  /// Five decimals, as ROR has them; two institutions may then share a position.
  static String degrees(double value) {
    return Double.toString(Math.round(value * 1e5) / 1e5);
  }

  int size() {
    return asMember.length;
  }

  /// The member of a work's `institutions`.
  byte[] asMember(int i) {
    return asMember[i];
  }

  /// An affiliation as printed.
  byte[] statement(int i) {
    return statement[i];
  }

  /// A few institutions have most of the authors.
  int pick(SplittableRandom random) {
    double u = random.nextDouble();
    return (int) (u * u * u * asMember.length);
  }

  /// Writes the places file: ROR's second schema, one organisation a line.
  void writeRor(OutputStream out) throws IOException {
    for (byte[] line : asRor) {
      out.write(line);
    }
  }
}
