package org.ronghe.atlas.source.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ronghe.atlas.problem.ErrorCode;
import org.ronghe.atlas.problem.ProblemException;

class PackingTest {
  private static final String TEXT = "{\"a\":1}\n{\"b\":\"é\"}\n\n{\"c\":3}\n";

  @TempDir Path folder;

  @Test
  void readsEveryPackingWhateverTheName() {
    byte[] plain = Texts.utf8(TEXT);
    assertThat(Texts.read(Texts.write(folder.resolve("plain.gz"), plain))).isEqualTo(TEXT);
    assertThat(Texts.read(Texts.write(folder.resolve("gzip.zst"), Texts.gzip(TEXT))))
        .isEqualTo(TEXT);
    assertThat(Texts.read(Texts.write(folder.resolve("zstd.jsonl"), Texts.zstd(TEXT))))
        .isEqualTo(TEXT);
    assertThat(Texts.read(zip("zip.gz", "works.jsonl"))).isEqualTo(TEXT);
  }

  @Test
  void readsSeveralMembersAndFrames() {
    byte[] none = Texts.gzip("");
    var gzip = folder.resolve("a.gz");
    Texts.write(gzip, Texts.gzip("{\"a\""), none, Texts.gzip(":1}\n"), Texts.gzip("2\n"), none);
    assertThat(Texts.read(gzip)).isEqualTo("{\"a\":1}\n2\n");
    var padded = folder.resolve("padded.gz");
    assertThat(Texts.read(Texts.write(padded, Texts.gzip("1\n"), new byte[512]))).isEqualTo("1\n");
    var zstd = folder.resolve("a.zst");
    Texts.write(zstd, Texts.zstd("{\"a\""), Texts.zstd(":1}\n"), Texts.zstd("2\n"));
    assertThat(Texts.read(zstd)).isEqualTo("{\"a\":1}\n2\n");
  }

  @Test
  void readsGzipWithNameCommentAndExtraField() {
    byte[] plain = Texts.gzip(TEXT);
    byte[] header = {0x1F, (byte) 0x8B, 8, 4 | 8 | 16 | 2, 0, 0, 0, 0, 0, 0, 3, 0, 9, 9, 9};
    byte[] names = Texts.utf8("name\0comment\0ab");
    var file = folder.resolve("named.gz");
    Texts.write(file, header, names, java.util.Arrays.copyOfRange(plain, 10, plain.length));
    assertThat(Texts.read(file)).isEqualTo(TEXT);
  }

  @Test
  void toleratesMarkWindowsLineBreaksAndAMissingLastOne() {
    var file = folder.resolve("a.jsonl");
    assertThat(Texts.read(Texts.write(file, Texts.utf8("\uFEFF{\"a\":1}\r\n{\"b\":2}"))))
        .isEqualTo("   {\"a\":1}\r\n{\"b\":2}\n");
    assertThat(Texts.read(Texts.write(file, new byte[0]))).isEmpty();
    assertThat(Texts.read(Texts.write(file, Texts.utf8("\n\n")))).isEqualTo("\n\n");
    assertThat(Texts.read(Texts.write(file, Texts.utf8("\uFEFF")))).isEqualTo("   \n");
    assertThat(Texts.read(Texts.write(file, Texts.gzip("x")))).isEqualTo("x\n");
  }

  @Test
  void digestsTheFileAsItIsOnDisk() throws Exception {
    byte[] bytes = Texts.gzip(TEXT.repeat(50_000));
    for (var path :
        new Path[] {Texts.write(folder.resolve("a.gz"), bytes), zip("a.zip", "a.json")}) {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(path));
      for (int threads = 1; threads < 3; threads++) {
        assertThat(Texts.read(threads, 1 << 12, path).read().getFirst().sha256())
            .isEqualTo(HexFormat.of().formatHex(digest));
      }
    }
  }

  @Test
  void takesTheJsonOfTheNewestSchemaFromRorsDump() {
    var dump = zip("ror.zip", "v1.json", "v1.csv", "v1_schema_v2.json", "v1_schema_v2.csv");
    assertThat(Texts.read(dump)).isEqualTo(TEXT);
    var unclear = zip("unclear.zip", "a.json", "b.json");
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> Texts.read(unclear))
        .extracting(ProblemException::code)
        .isEqualTo(ErrorCode.FILE_UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"PAR1....", "BZh91AY", "7z\u00bc\u00af'", "\u00fd7zXZ\u0000", "\u00ff\u00fea"})
  void stopsAtOtherPackingsBeforeAnythingIsRead(String magic) {
    var good = Texts.write(folder.resolve("1.jsonl"), Texts.utf8(TEXT));
    var bad =
        Texts.write(
            folder.resolve("2.jsonl"),
            magic.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> Texts.read(1, 1 << 12, good, bad))
        .withMessageContaining("2.jsonl")
        .extracting(ProblemException::code)
        .isEqualTo(ErrorCode.FILE_UNKNOWN);
  }

  private Path zip(String name, String... entries) {
    var path = folder.resolve(name);
    try (var out = new ZipOutputStream(Files.newOutputStream(path))) {
      for (var entry : entries) {
        out.putNextEntry(new ZipEntry(entry));
        boolean wanted = entries.length == 1 || entry.endsWith("schema_v2.json");
        out.write(Texts.utf8(wanted ? TEXT : "other"));
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return path;
  }
}
