package org.ronghe.benchmarks;

import java.util.SplittableRandom;

/// Contributions in the order of an input: rows of record, person and location, some persons having
/// two locations.
final class ContributionRows {
  final int[] record;
  final int[] person;
  final int[] location;
  final double[] lat;
  final double[] lon;
  final int records;

  ContributionRows(long seed, int rows, int locations) {
    var random = new SplittableRandom(seed);
    World world = World.of(seed, locations);
    lat = world.lat();
    lon = world.lon();
    record = new int[rows];
    person = new int[rows];
    location = new int[rows];
    int r = -1;
    int persons = 0;
    int left = 0;
    int affiliations = 0;
    for (int i = 0; i < rows; i++) {
      if (affiliations == 0) {
        if (left == 0) {
          r++;
          persons = 0;
          left = 1 + random.nextInt(1, 8) * random.nextInt(1, 8) / 7;
        }
        persons++;
        left--;
        affiliations = random.nextInt(7) == 0 ? 2 : 1;
      }
      affiliations--;
      record[i] = r;
      person[i] = persons - 1;
      double u = random.nextDouble();
      // A person's second location is another one than the first.
      boolean second = i > 0 && record[i - 1] == r && person[i - 1] == persons - 1;
      int where = (int) (u * u * locations);
      location[i] = second && where == location[i - 1] ? (where + 1) % locations : where;
    }
    records = r + 1;
  }

  int size() {
    return record.length;
  }
}
