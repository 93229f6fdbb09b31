package org.ronghe.benchmarks;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/// Makes up works, patents and places. The same seed and numbers give the same records.
///
/// Usage: `GenerateRecords SEED WORKS PATENTS FOLDER` writes `works/part-….jsonl.gz`,
/// `patents/g_….tsv` and `places.jsonl.gz`; `GenerateRecords SEED inventors MEGABYTES FILE` writes
/// one large inventor table.
final class GenerateRecords {
  private static final int INSTITUTIONS = 20_000;
  private static final int LOCATIONS = 30_000;
  private static final int WORDS = 20_000;
  private static final int PARTS = 8;

  private GenerateRecords() {}

  public static void main(String[] args) throws IOException {
    long seed = Long.parseLong(args[0]);
    byte[][] words = MadeUpNames.words(new SplittableRandom(seed), WORDS);
    if (args[1].equals("inventors")) {
      long bytes = Long.parseLong(args[2]) * 1_000_000;
      new MadeUpPatents(words, seed).writeInventors(Path.of(args[3]), bytes, LOCATIONS);
      return;
    }
    int works = Integer.parseInt(args[1]);
    int patents = Integer.parseInt(args[2]);
    Path folder = Path.of(args[3]);
    Files.createDirectories(folder.resolve("works"));
    Files.createDirectories(folder.resolve("patents"));
    World world = World.of(seed, INSTITUTIONS + LOCATIONS);
    var institutions = new MadeUpInstitutions(world, INSTITUTIONS, seed);
    try (OutputStream out = gzip(folder.resolve("places.jsonl.gz"))) {
      institutions.writeRor(out);
    }
    var tables = new MadeUpPatents(words, seed + 1);
    tables.writeLocations(folder.resolve("patents"), world, INSTITUTIONS, INSTITUTIONS + LOCATIONS);
    tables.writePatents(folder.resolve("patents"), patents, LOCATIONS);
    IntStream.range(0, PARTS)
        .parallel()
        .forEach(part -> {
          Path file = folder.resolve("works").resolve("part-%02d.jsonl.gz".formatted(part));
          int from = (int) ((long) works * part / PARTS);
          int to = (int) ((long) works * (part + 1) / PARTS);
          try (OutputStream out = gzip(file)) {
            new MadeUpWorks(institutions, words, seed * 1000 + part).write(out, from, to);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private static OutputStream gzip(Path file) throws IOException {
    return new BufferedOutputStream(new FastGzip(Files.newOutputStream(file)), 1 << 16);
  }

  /// Gzip at its fastest level: the reader is measured, not the writer.
  private static final class FastGzip extends GZIPOutputStream {
    FastGzip(OutputStream out) throws IOException {
      super(out, 1 << 16);
      def.setLevel(1);
    }
  }
}
