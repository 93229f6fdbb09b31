package org.ronghe.atlas.source.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.ronghe.testkit.SharedData;

/// Lines with bytes changed at random are judged as the independent parser judges them.
class JsonFuzzTest {
  private static final String ODD = "\"\\{}[]:,-+.eE0123456789 \t\rtfnul/\u0000\u001f";

  @Test
  void agreesWithJacksonOnSmallTexts() {
    long seed = new Random().nextLong();
    var random = new Random(seed);
    var lines = new ArrayList<byte[]>();
    for (int i = 0; i < 60_000; i++) {
      lines.add(mutate(small(random), random, 1 + random.nextInt(3)));
    }
    compare(lines, seed);
  }

  @Test
  void agreesWithJacksonOnRealLines() throws IOException {
    long seed = new Random().nextLong();
    var random = new Random(seed);
    var lines = new ArrayList<byte[]>();
    for (var file : List.of("openalex/institutions.jsonl.gz", "ror/ror-subset.jsonl.gz")) {
      for (byte[] line : firstLines(SharedData.require(file), 40, 6000)) {
        for (int i = 0; i < 60; i++) {
          lines.add(mutate(line, random, 1));
        }
      }
    }
    assertThat(lines).hasSizeGreaterThan(1000);
    compare(lines, seed);
  }

  private static void compare(List<byte[]> lines, long seed) {
    int sound = 0;
    for (boolean walk : new boolean[] {false, true}) {
      var verdicts = Verdicts.on(lines, walk);
      for (int i = 0; i < lines.size(); i++) {
        boolean accepted = verdicts.get(i) == null;
        sound += accepted ? 1 : 0;
        assertThat(accepted)
            .as("seed %d, walk %s: %s", seed, walk, new String(lines.get(i), UTF_8))
            .isEqualTo(JacksonTree.accepts(lines.get(i)));
      }
    }
    assertThat(sound).as("seed %d", seed).isBetween(lines.size() / 20, lines.size() * 2 - 100);
  }

  private static byte[] mutate(byte[] line, Random random, int changes) {
    byte[] b = line.clone();
    for (int i = 0; i < changes; i++) {
      int at = 1 + random.nextInt(b.length - 1);
      byte c =
          random.nextBoolean()
              ? (byte) ODD.charAt(random.nextInt(ODD.length()))
              : (byte) random.nextInt(256);
      b[at] = c == '\n' ? (byte) ' ' : c;
    }
    return b;
  }

  /// A small sound object.
  private static byte[] small(Random random) {
    var text = new StringBuilder("{\"k\":");
    value(text, random, 0);
    return text.append('}').toString().getBytes(UTF_8);
  }

  private static void value(StringBuilder text, Random random, int depth) {
    switch (random.nextInt(depth > 3 ? 5 : 8)) {
      case 0 -> text.append("\"aé\\u00e9\\n😀 longer than eight\"");
      case 1 -> text.append(random.nextInt(100) - 50).append(random.nextBoolean() ? "" : ".5e-3");
      case 2 -> text.append(random.nextBoolean());
      case 3 -> text.append("null");
      case 4 -> text.append("\"\"");
      case 5 -> {
        text.append('[');
        for (int i = random.nextInt(3); i > 0; i--) {
          value(text, random, depth + 1);
          text.append(i > 1 ? ", " : "");
        }
        text.append(']');
      }
      default -> {
        text.append('{');
        for (int i = random.nextInt(3); i > 0; i--) {
          text.append("\"n").append(i).append("\": ");
          value(text, random, depth + 1);
          text.append(i > 1 ? "," : "");
        }
        text.append('}');
      }
    }
  }

  private static List<byte[]> firstLines(Path file, int count, int longest) throws IOException {
    var lines = new ArrayList<byte[]>();
    try (var in =
        new BufferedReader(
            new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), UTF_8))) {
      for (var line = in.readLine(); line != null && lines.size() < count; line = in.readLine()) {
        if (line.length() < longest) {
          lines.add(line.getBytes(UTF_8));
        }
      }
    }
    return lines;
  }
}
