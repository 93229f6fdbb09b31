package org.ronghe.atlas.source.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;

/// The JDK's zlib is the judge: what it unpacks we unpack, what it refuses we refuse, and after the
/// same bytes.
class DeflatedStreamTest {
  private static final long SEED = 20261125;

  private enum End {
    WHOLE,
    DAMAGED,
    TRUNCATED
  }

  /// @param behind how many bytes stand behind a whole stream
  private record Unpacked(String bytes, End end, int behind) {}

  @Test
  void unpacksWhateverTheJdkPacks() {
    var random = new SplittableRandom(SEED);
    for (int round = 0; round < 400; round++) {
      byte[] plain = plain(random, random.nextInt(round % 20 == 0 ? 700_000 : 5_000));
      byte[] packed = packed(random, plain);
      var ours = ours(packed, 1 + random.nextInt(200_000), 128 + random.nextInt(9_000));
      assertThat(ours)
          .as("seed %d, round %d, %d bytes", SEED, round, plain.length)
          .isEqualTo(new Unpacked(text(plain, plain.length), End.WHOLE, 0));
    }
  }

  @Test
  void refusesWhatTheJdkRefusesAfterTheSameBytes() {
    var random = new SplittableRandom(SEED);
    int damaged = 0;
    for (int round = 0; round < 20_000; round++) {
      byte[] packed = packed(random, plain(random, 1 + random.nextInt(600)));
      for (int i = random.nextInt(1, 4); i > 0; i--) {
        // The tables at the beginning are where most can go wrong.
        int at = random.nextInt(random.nextBoolean() ? packed.length : Math.min(packed.length, 60));
        packed[at] ^= (byte) (1 << random.nextInt(8));
      }
      var ours = ours(packed, 1 << 16, 128);
      var theirs = theirs(packed, ours);
      assertThat(ours)
          .as("seed %d, round %d: %s", SEED, round, Arrays.toString(packed))
          .isEqualTo(theirs);
      damaged += theirs.end() == End.DAMAGED ? 1 : 0;
    }
    assertThat(damaged).isGreaterThan(4_000);
  }

  @Test
  void refusesNoiseAsTheJdkDoes() {
    var random = new SplittableRandom(SEED);
    for (int round = 0; round < 40_000; round++) {
      byte[] noise = new byte[1 + random.nextInt(200)];
      random.nextBytes(noise);
      var ours = ours(noise, 1 << 16, 128);
      assertThat(ours)
          .as("seed %d, round %d: %s", SEED, round, Arrays.toString(noise))
          .isEqualTo(theirs(noise, ours));
    }
  }

  @Test
  void endsWhereTheFileEnds() {
    var random = new SplittableRandom(SEED);
    for (int strategy : new int[] {Deflater.DEFAULT_STRATEGY, Deflater.HUFFMAN_ONLY}) {
      byte[] packed = packed(json(random, 3_000), 6, strategy);
      for (int length = 0; length < packed.length; length++) {
        byte[] cut = Arrays.copyOf(packed, length);
        assertThat(ours(cut, 1 << 16, 128)).as("%d bytes", length).isEqualTo(theirs(cut));
      }
    }
  }

  @Test
  void leavesWhatStandsBehindTheStream() {
    var random = new SplittableRandom(SEED);
    for (int round = 0; round < 200; round++) {
      byte[] packed = packed(random, plain(random, random.nextInt(2_000)));
      int behind = random.nextInt(100);
      byte[] both = Arrays.copyOf(packed, packed.length + behind);
      Arrays.fill(both, packed.length, both.length, (byte) 0xA5);
      assertThat(ours(both, 1 << 16, 128)).as("round %d", round).isEqualTo(theirs(both));
      assertThat(ours(both, 1 << 16, 128).behind()).isEqualTo(behind);
    }
  }

  // ---- made-up bytes -------------------------------------------------------------------------

  private static byte[] plain(SplittableRandom random, int length) {
    byte[] plain = new byte[length];
    switch (random.nextInt(5)) {
      case 0 -> random.nextBytes(plain);
      case 1 -> Arrays.fill(plain, (byte) random.nextInt());
      case 2 -> {
        int period = 1 + random.nextInt(20);
        for (int i = 0; i < length; i++) {
          plain[i] = (byte) (i < period ? random.nextInt() : plain[i - period]);
        }
      }
      case 3 -> {
        // What comes again does so from as far back as a match may lie, or a byte further.
        random.nextBytes(plain);
        int back = 32_700 + random.nextInt(100);
        for (int i = back; i < length; i++) {
          plain[i] = plain[i - back];
        }
      }
      default -> plain = json(random, length);
    }
    return plain;
  }

  private static byte[] json(SplittableRandom random, int length) {
    var text = new StringBuilder();
    while (text.length() < length) {
      text.append("{\"id\":\"https://openalex.org/W").append(random.nextInt(1 << 30));
      text.append("\",\"year\":").append(1990 + random.nextInt(40)).append(",\"名\":null}\n");
    }
    return Arrays.copyOf(text.toString().getBytes(StandardCharsets.UTF_8), length);
  }

  private static byte[] packed(SplittableRandom random, byte[] plain) {
    int[] strategies = {Deflater.DEFAULT_STRATEGY, Deflater.FILTERED, Deflater.HUFFMAN_ONLY};
    return packed(plain, random.nextInt(10), strategies[random.nextInt(3)]);
  }

  private static byte[] packed(byte[] plain, int level, int strategy) {
    try (var deflater = new Deflater(level, true)) {
      deflater.setStrategy(strategy);
      deflater.setInput(plain);
      deflater.finish();
      var out = new ByteArrayOutputStream();
      byte[] buffer = new byte[1 << 16];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      return out.toByteArray();
    }
  }

  // ---- the two sides -------------------------------------------------------------------------

  /// @param piece how many bytes the file gives at a time
  private static Unpacked ours(byte[] packed, int piece, int buffer) {
    var in =
        new PackedBits(
            new ByteArrayInputStream(packed) {
              @Override
              public int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(piece, length));
              }
            },
            buffer);
    var stream = new DeflatedStream(in);
    stream.start();
    var out = new ByteArrayOutputStream();
    try {
      for (int n = stream.unpack(); n >= 0; n = stream.unpack()) {
        out.write(stream.window(), stream.end() - n, n);
      }
      int behind = 0;
      while (in.have(1) > 0) {
        behind += in.limit - in.next;
        in.next = in.limit;
      }
      return new Unpacked(text(out.toByteArray(), out.size()), End.WHOLE, behind);
    } catch (IOException e) {
      boolean truncated = String.valueOf(e.getMessage()).startsWith("truncated");
      var end = truncated ? End.TRUNCATED : End.DAMAGED;
      return new Unpacked(text(out.toByteArray(), out.size()), end, 0);
    }
  }

  /// The JDK's verdict. A block whose code lengths have no code at all it refuses only after having
  /// read on for want of them; where we refused it at once, it is given something to read.
  private static Unpacked theirs(byte[] packed, Unpacked ours) {
    var theirs = theirs(packed);
    boolean waits = theirs.end() == End.TRUNCATED && ours.end() == End.DAMAGED;
    return waits ? theirs(Arrays.copyOf(packed, packed.length + 100)) : theirs;
  }

  /// One byte at a time, so that none is lost when the JDK finds damage.
  private static Unpacked theirs(byte[] packed) {
    try (var inflater = new Inflater(true)) {
      inflater.setInput(packed);
      var out = new ByteArrayOutputStream();
      byte[] one = new byte[1];
      try {
        while (!inflater.finished()) {
          int n = inflater.inflate(one);
          out.write(one, 0, n);
          if (n == 0 && inflater.needsInput()) {
            return new Unpacked(text(out.toByteArray(), out.size()), End.TRUNCATED, 0);
          }
        }
      } catch (DataFormatException e) {
        if (inflater.getBytesWritten() > out.size()) {
          out.write(one, 0, 1); // unpacked before the damage, in the call that found it
        }
        return new Unpacked(text(out.toByteArray(), out.size()), End.DAMAGED, 0);
      }
      return new Unpacked(text(out.toByteArray(), out.size()), End.WHOLE, inflater.getRemaining());
    }
  }

  private static String text(byte[] bytes, int length) {
    return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
  }
}
