package org.ronghe.atlas.source.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Packed files that were cut short or damaged: what was whole before is kept, the damage is told,
/// and the next file is read.
class DamageTest {
  private static final String LINES = lines();

  @TempDir Path folder;

  @Test
  void keepsWholeLinesBeforeTheCutInGzip() {
    byte[] first = Texts.gzip(LINES);
    byte[] second = Texts.gzip(LINES);
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    var after = Texts.write(folder.resolve("b.gz"), Texts.gzip("after\n"));
    for (int cut = 3; cut < both.length; cut += cut < 40 ? 1 : 37) {
      var file = Texts.write(folder.resolve("a.gz"), Arrays.copyOf(both, cut));
      var result = Texts.read(1 + cut % 3, 64, file, after);
      boolean whole = cut == first.length;
      assertThat(result.damage()).as("cut at %d", cut).hasSize(whole ? 0 : 1);
      assertThat(result.text()).endsWith("after\n");
      var kept = result.text().substring(0, result.text().length() - "after\n".length());
      assertThat(LINES + LINES).startsWith(kept);
      assertThat(kept.isEmpty() || kept.endsWith("\n")).isTrue();
      assertThat(result.read()).hasSize(2);
      if (cut >= first.length) {
        assertThat(kept).startsWith(LINES);
      }
    }
  }

  @Test
  void tellsTheCutInZstd() {
    byte[] packed = Texts.zstd(LINES);
    for (int cut = 5; cut < packed.length; cut += 61) {
      var file = Texts.write(folder.resolve("a.zst"), Arrays.copyOf(packed, cut));
      var result = Texts.read(1, 64, file);
      assertThat(result.damage()).as("cut at %d", cut).hasSize(1);
      assertThat(LINES).startsWith(result.text());
    }
  }

  @Test
  void tellsEveryChangedByte() {
    long seed = new Random().nextLong();
    var random = new Random(seed);
    byte[] gzip = Texts.gzip(LINES);
    byte[] zstd = Texts.zstd(LINES);
    for (int i = 0; i < 4_000; i++) {
      byte[] b = (i % 2 == 0 ? gzip : zstd).clone();
      // The header's time and system say nothing about the content.
      int at = 10 + random.nextInt(b.length - 10);
      b[at] ^= (byte) (1 << random.nextInt(8));
      var result = Texts.read(1, 256, Texts.write(folder.resolve("a"), b));
      assertThat(result.damage().size() == 1 || result.text().equals(LINES))
          .as("seed %d, byte %d of %d", seed, at, b.length)
          .isTrue();
    }
  }

  @Test
  void tellsRubbishBehindTheLastMember() {
    var file = Texts.write(folder.resolve("a.gz"), Texts.gzip("1\n"), Texts.utf8("rubbish"));
    var result = Texts.read(2, 64, file);
    assertThat(result.text()).isEqualTo("1\n");
    assertThat(result.damage()).hasSize(1);
  }

  private static String lines() {
    var random = new Random(7);
    var lines = new StringBuilder();
    for (int i = 0; i < 300; i++) {
      lines
          .append("{\"line\":")
          .append(i)
          .append(",\"x\":")
          .append(random.nextLong())
          .append("}\n");
    }
    return lines.toString();
  }
}
