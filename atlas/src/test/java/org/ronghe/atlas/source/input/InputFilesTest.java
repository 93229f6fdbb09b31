package org.ronghe.atlas.source.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.atlas.problem.ErrorCode;
import org.ronghe.atlas.problem.ProblemException;

class InputFilesTest {
  @TempDir Path folder;

  @BeforeEach
  void snapshot() throws IOException {
    for (var name :
        List.of(
            "data/works/manifest",
            "data/works/.hidden.gz",
            "data/works/RELEASE_NOTES.txt",
            "data/works/updated_date=2024-02-01/part_000.gz",
            "data/works/updated_date=2024-01-01/part_001.gz",
            "data/works/updated_date=2024-01-01/part_000.gz",
            "data/merged_ids/works/2024-01-01.csv.gz",
            "a.jsonl",
            "b.jsonl",
            "c[1].jsonl",
            "sub/d.jsonl",
            "sub/deep/e.jsonl",
            "with blank/f.jsonl")) {
      var file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "{}");
    }
  }

  @Test
  void takesTheSnapshotsFolder() {
    assertThat(names("data"))
        .containsExactly(
            "data/works/updated_date=2024-01-01/part_000.gz",
            "data/works/updated_date=2024-01-01/part_001.gz",
            "data/works/updated_date=2024-02-01/part_000.gz");
  }

  @Test
  void takesPatterns() {
    assertThat(names("*.jsonl")).containsExactly("a.jsonl", "b.jsonl", "c[1].jsonl");
    assertThat(names("{b,a}.jsonl")).containsExactly("a.jsonl", "b.jsonl");
    assertThat(names("[bc]*.jsonl")).containsExactly("b.jsonl", "c[1].jsonl");
    assertThat(names("sub/**/*.jsonl")).containsExactly("sub/d.jsonl", "sub/deep/e.jsonl");
    assertThat(names("**/?.jsonl"))
        .containsExactly(
            "a.jsonl", "b.jsonl", "sub/d.jsonl", "sub/deep/e.jsonl", "with blank/f.jsonl");
    assertThat(names("data/works/*/part_000.gz")).hasSize(2);
    assertThat(names("data/**/*.gz")).hasSize(3);
  }

  @Test
  void takesFilesAsNamedAndEachOnce() {
    assertThat(names("c[1].jsonl")).containsExactly("c[1].jsonl");
    assertThat(names("b.jsonl", "*.jsonl", "./a.jsonl"))
        .containsExactly("b.jsonl", "a.jsonl", "c[1].jsonl");
    assertThat(names("data/works/manifest")).containsExactly("data/works/manifest");
    assertThat(names("with blank")).containsExactly("with blank/f.jsonl");
  }

  @Test
  void aPatternWithoutFolderLooksHere() {
    assertThat(InputFiles.resolve(List.of("pom.xm?")))
        .extracting(InputFile::name)
        .containsExactly("pom.xml");
  }

  @Test
  void saysWhatIsMissing() {
    for (var argument : List.of("none.jsonl", "none/*.gz", "*.none", "none/", "a.jsonl/*", "[")) {
      assertThatExceptionOfType(ProblemException.class)
          .as(argument)
          .isThrownBy(() -> names("a.jsonl", argument))
          .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.FILE_MISSING));
    }
    for (var argument : List.of(folder + "/data/merged_ids/works/*.csv", "", " ")) {
      assertThatExceptionOfType(ProblemException.class)
          .as(argument)
          .isThrownBy(() -> InputFiles.resolve(List.of(argument)));
    }
  }

  private List<String> names(String... arguments) {
    var below = List.of(arguments).stream().map(argument -> folder + "/" + argument).toList();
    return InputFiles.resolve(below).stream()
        .map(file -> file.name().substring(folder.toString().length() + 1))
        .toList();
  }
}
