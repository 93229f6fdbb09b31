package org.ronghe.atlas.source.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.atlas.problem.ProblemException;
import org.ronghe.atlas.source.input.InputFile;
import org.ronghe.atlas.source.input.InputFiles;
import org.ronghe.testkit.SharedData;

class JsonKindTest {
  @TempDir Path folder;

  @Test
  void knowsRealFiles() {
    assertThat(JsonKind.of(shared("openalex/works-2023-schema.jsonl.gz")))
        .isEqualTo(JsonKind.WORKS);
    assertThat(JsonKind.of(shared("openalex/works-current-schema.jsonl.gz")))
        .isEqualTo(JsonKind.WORKS);
    assertThat(JsonKind.of(shared("openalex/institutions.jsonl.gz")))
        .isEqualTo(JsonKind.INSTITUTIONS);
    assertThat(JsonKind.of(shared("ror/ror-subset.jsonl.gz"))).isEqualTo(JsonKind.ROR);
    assertThat(JsonKind.of(shared("gii/PROVENANCE.md"))).isEqualTo(JsonKind.NOT_JSON);
  }

  @Test
  void looksPastBrokenAndForeignLines() throws IOException {
    assertThat(kind("")).isEqualTo(JsonKind.EMPTY);
    assertThat(kind("\n \n")).isEqualTo(JsonKind.EMPTY);
    assertThat(kind("id,name\n1,2\n")).isEqualTo(JsonKind.NOT_JSON);
    assertThat(kind("{\"id\":7}")).isEqualTo(JsonKind.OTHER);
    assertThat(kind("{\"id\":\"https://openalex.org/\"}")).isEqualTo(JsonKind.OTHER);
    assertThat(kind("{\"id\":\"https://openalex.org/A1\"}")).isEqualTo(JsonKind.OTHER);
    assertThat(kind("{\"id\n{}\n{\"id\":\"https://openalex.org/W1\"}\n{}"))
        .isEqualTo(JsonKind.WORKS);
    assertThat(kind("[\n{\"x\":[{}],\"id\":\"https://ror.org/042fqyp44\"}\n]"))
        .isEqualTo(JsonKind.ROR);
  }

  @Test
  void namesTheFileThatIsSomethingElse() throws IOException {
    var file = Files.writeString(folder.resolve("wrong.jsonl"), "{\"id\":1}");
    var files = InputFiles.resolve(List.of(file.toString()));
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> JsonKind.require(files, Set.of(JsonKind.WORKS)))
        .withMessageContaining("wrong.jsonl")
        .withMessageContaining("JSON of another kind");
    JsonKind.require(files, Set.of(JsonKind.OTHER));
  }

  private JsonKind kind(String text) throws IOException {
    var file = Files.writeString(folder.resolve("file"), text);
    return JsonKind.of(new InputFile("file", file, Files.size(file)));
  }

  private static InputFile shared(String name) {
    return InputFiles.resolve(List.of(SharedData.require(name).toString())).getFirst();
  }
}
