package org.ronghe.benchmarks;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/// Patents as the bulk tables of PatentsView have them: every value in quotes, tabs between.
final class MadeUpPatents {
  private static final int FIRST_YEAR = 2016;
  private static final int YEARS = 8;

  private final SplittableRandom random;
  private final Utf8Buffer text = new Utf8Buffer();
  private final byte[][] words;

  MadeUpPatents(byte[][] words, long seed) {
    this.words = words;
    random = new SplittableRandom(seed);
  }

  /// Writes `g_location_disambiguated.tsv`: points `[from, to)` of `world`.
  void writeLocations(Path folder, World world, int from, int to) throws IOException {
    try (OutputStream out = open(folder, "g_location_disambiguated.tsv")) {
      header(
          "location_id",
          "disambig_city",
          "disambig_state",
          "disambig_country",
          "latitude",
          "longitude",
          "county",
          "state_fips",
          "county_fips");
      for (int i = from; i < to; i++) {
        cell(location(i - from)).cell(word()).cell("").cell("US");
        cell(MadeUpInstitutions.degrees(world.lat()[i]));
        cell(MadeUpInstitutions.degrees(world.lon()[i])).cell("").cell("").lastCell("");
        flush(out);
      }
      text.writeTo(out);
    }
  }

  /// Writes `g_patent.tsv` and `g_inventor_disambiguated.tsv`; 2.7 inventors a patent, one in fifty
  /// of them without a location.
  void writePatents(Path folder, int patents, int locations) throws IOException {
    try (OutputStream out = open(folder, "g_patent.tsv")) {
      header(
          "patent_id",
          "patent_type",
          "patent_date",
          "patent_title",
          "wipo_kind",
          "num_claims",
          "withdrawn",
          "filename");
      for (int i = 0; i < patents; i++) {
        String date =
            FIRST_YEAR + i % YEARS + "-0" + random.nextInt(1, 10) + "-1" + random.nextInt(10);
        cell(patent(i)).cell("utility").cell(date).cell(word() + " " + word() + " device");
        cell("B2").cell(Integer.toString(random.nextInt(1, 30))).cell("0").lastCell("ipg.xml");
        flush(out);
      }
      text.writeTo(out);
    }
    try (OutputStream out = open(folder, "g_inventor_disambiguated.tsv")) {
      inventorHeader();
      for (int i = 0; i < patents; i++) {
        inventors(patent(i), locations);
        flush(out);
      }
      text.writeTo(out);
    }
  }

  /// Writes an inventor table of at least `bytes`.
  void writeInventors(Path file, long bytes, int locations) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
      inventorHeader();
      long written = 0;
      for (int i = 0; written < bytes; i++) {
        inventors(patent(i), locations);
        written += text.size();
        text.writeTo(out);
      }
    }
  }

  private void inventorHeader() {
    header(
        "patent_id",
        "inventor_sequence",
        "inventor_id",
        "disambig_inventor_name_first",
        "disambig_inventor_name_last",
        "gender_code",
        "location_id");
  }

  private void inventors(String patent, int locations) {
    int inventors = 1;
    while (inventors < 20 && random.nextInt(8) < 5) {
      inventors++;
    }
    int home = pick(locations);
    for (int i = 0; i < inventors; i++) {
      String where =
          random.nextInt(50) == 0 ? "" : location(random.nextInt(3) > 0 ? home : pick(locations));
      cell(patent).cell(Integer.toString(i)).cell("fl:" + word() + "_ln:" + word() + "-" + i);
      cell(word()).cell(word()).cell("M").lastCell(where);
    }
  }

  private int pick(int locations) {
    double u = random.nextDouble();
    return (int) (u * u * locations);
  }

  private static String patent(int i) {
    return Integer.toString(10_000_000 + i);
  }

  private static String location(int i) {
    long h = (i + 1) * 0x9E3779B97F4A7C15L;
    return "%08x-16c8-11ed-9b5f-%012d".formatted((int) (h >>> 32), i);
  }

  private String word() {
    return new String(
        words[random.nextInt(words.length)], java.nio.charset.StandardCharsets.US_ASCII);
  }

  private void header(String... names) {
    for (int i = 0; i < names.length - 1; i++) {
      cell(names[i]);
    }
    lastCell(names[names.length - 1]);
  }

  private MadeUpPatents cell(String value) {
    text.add("\"").add(value).add("\"\t");
    return this;
  }

  private void lastCell(String value) {
    text.add("\"").add(value).add("\"\n");
  }

  private void flush(OutputStream out) throws IOException {
    if (text.size() > 1 << 15) {
      text.writeTo(out);
    }
  }

  private static OutputStream open(Path folder, String name) throws IOException {
    return new BufferedOutputStream(Files.newOutputStream(folder.resolve(name)), 1 << 16);
  }
}
