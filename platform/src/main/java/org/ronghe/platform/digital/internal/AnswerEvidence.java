package org.ronghe.platform.digital.internal;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ronghe.platform.digital.Assessment;
import org.ronghe.platform.facts.Evidence;
import org.ronghe.platform.facts.EvidenceFiles;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.web.Saying;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Which evidence belongs to which answer.
@Component
class AnswerEvidence {
  private final JdbcClient jdbc;
  private final EvidenceFiles files;

  AnswerEvidence(JdbcClient jdbc, EvidenceFiles files) {
    this.jdbc = jdbc;
    this.files = files;
  }

  private record Line(String question, long evidence) {}

  /// Evidence by question, in the order it came.
  @Transactional(readOnly = true)
  public Map<String, List<Evidence>> of(long assessment) {
    var lines =
        jdbc.sql(
                "SELECT question, evidence FROM digital_evidence WHERE assessment = :id ORDER BY"
                    + " added, evidence")
            .param("id", assessment)
            .query((row, number) -> new Line(row.getString(1), row.getLong(2)))
            .list();
    Map<String, List<Evidence>> found = new LinkedHashMap<>();
    for (var line : lines) {
      Optional<Evidence> evidence = files.find(line.evidence());
      evidence.ifPresent(
          one -> found.computeIfAbsent(line.question(), _ -> new ArrayList<>()).add(one));
    }
    return found;
  }

  /// Adds a file to an answer of a draft.
  @Transactional
  public Evidence addFile(Assessment assessment, String question, String name, InputStream file) {
    demandOpen(assessment, question);
    return linked(assessment, question, files.add(assessment.organisation(), name, file));
  }

  /// Adds a link to an answer of a draft.
  @Transactional
  public Evidence addLink(Assessment assessment, String question, String link) {
    demandOpen(assessment, question);
    return linked(assessment, question, files.addLink(assessment.organisation(), link));
  }

  private static void demandOpen(Assessment assessment, String question) {
    if (assessment.standing().state() != Assessment.State.DRAFT) {
      throw new NodeProblem(ProblemCode.CONFLICT, Saying.of("digital.conflict.closed"));
    }
    boolean known =
        Questionnaire.of(assessment.stage()).stream().anyMatch(one -> one.key().equals(question));
    if (!known) {
      throw new NodeProblem(
          ProblemCode.INPUT_INVALID, Map.of("question", "digital.fault.question"));
    }
  }

  private Evidence linked(Assessment assessment, String question, Evidence evidence) {
    jdbc.sql(
            "INSERT INTO digital_evidence (assessment, question, evidence, organisation) VALUES"
                + " (:assessment, :question, :evidence, :organisation) ON CONFLICT DO NOTHING")
        .param("assessment", assessment.id())
        .param("question", question)
        .param("evidence", evidence.id())
        .param("organisation", assessment.organisation())
        .update();
    return evidence;
  }

  /// Takes evidence away from an answer of a draft; the evidence itself stays.
  @Transactional
  public void remove(Assessment assessment, String question, long evidence) {
    demandOpen(assessment, question);
    jdbc.sql(
            "DELETE FROM digital_evidence WHERE assessment = :assessment AND question = :question"
                + " AND evidence = :evidence")
        .param("assessment", assessment.id())
        .param("question", question)
        .param("evidence", evidence)
        .update();
  }
}
