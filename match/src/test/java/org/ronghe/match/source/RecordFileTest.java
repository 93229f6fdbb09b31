package org.ronghe.match.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.match.index.DocumentKind;
import org.ronghe.match.index.MatchDocument;
import org.ronghe.match.problem.MatchCode;
import org.ronghe.match.problem.MatchProblem;

class RecordFileTest {
  @TempDir Path folder;

  @Test
  void everyFormSaysTheSame() throws IOException {
    var wanted = MatchDocument.of("7", DocumentKind.PAPER, "Title", "The text, all of it");
    for (String form :
        new String[] {
          "{\"id\": 7, \"title\": \"Title\", \"abstract\": \"The text, all of it\"}\n",
          "[{\"_id\": \"7\", \"title\": \"Title\", \"text\": \"The text, all of it\"}]",
          "id,title,text\n7,Title,\"The text, all of it\"\n",
          "docno\ttitle\ttext\n7\tTitle\tThe text, all of it\n",
          "7\tTitle\tThe text, all of it\n",
          "<DOC>\n"
              + "<DOCNO> 7 </DOCNO>\n"
              + "<TITLE>Title</TITLE>\n"
              + "<TEXT>\n"
              + "The text, all of it\n"
              + "</TEXT>\n"
              + "</DOC>\n",
          ".I 7\n.T\nTitle\n.A\nsomebody\n.W\nThe text,\nall of it\n"
        }) {
      Path file = Files.writeString(folder.resolve("file"), form);
      assertThat(DocumentFile.read(file, DocumentKind.PAPER)).as(form).containsExactly(wanted);
    }
  }

  @Test
  void namesWhatIsMissingInAFileThatHoldsNothingToRead() throws IOException {
    Path other = Files.writeString(folder.resolve("other.csv"), "id,foo\n1,x\n2,y\n");
    assertThatThrownBy(() -> DocumentFile.read(other, DocumentKind.PAPER))
        .isInstanceOfSatisfying(
            MatchProblem.class,
            problem -> assertThat(problem.code()).isEqualTo(MatchCode.RECORDS_WITHOUT));
    for (String broken : new String[] {"[{\"id\": 1,", "{\"id\": 1"}) {
      Path file = Files.writeString(folder.resolve("broken.json"), broken);
      assertThatThrownBy(() -> DocumentFile.read(file, DocumentKind.PAPER))
          .as(broken)
          .isInstanceOf(MatchProblem.class)
          .message()
          .doesNotContain("REDACTED")
          .contains("1");
    }
  }

  @Test
  void aBrokenLineIsNamed() throws IOException {
    Path file =
        Files.writeString(folder.resolve("file"), "{\"id\": 1, \"title\": \"a\"}\n{\"id\": \n");
    assertThatThrownBy(() -> RecordFile.read(file))
        .isInstanceOf(MatchProblem.class)
        .hasMessageContaining("Line 2");
  }

  @Test
  void judgementsOfThreeAndFourColumnsAndJson() throws IOException {
    var wanted = new Judgement("q", "d", 3);
    for (String form :
        new String[] {
          "q 0 d 3\n",
          "q\td\t3\n",
          "query,document,level\nq,d,3\n",
          "{\"query\": \"q\", \"document\": \"d\", \"level\": 3}\n"
        }) {
      Path file = Files.writeString(folder.resolve("qrels"), form);
      assertThat(JudgementFile.read(file)).as(form).containsExactly(wanted);
    }
  }
}
