package org.ronghe.platform.facts.internal;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import org.ronghe.platform.facts.Evidence;
import org.ronghe.platform.facts.EvidenceFiles;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// The answer that is a file of evidence. Always saved, never shown in the browser: what somebody
/// uploaded must not act in the node's name.
final class EvidenceAnswer {
  private EvidenceAnswer() {}

  /// The file, with its digest as in RFC 9530.
  ///
  /// @throws NodeProblem NOT_FOUND for what is not there, may not be read, or is a link
  static ResponseEntity<InputStreamResource> of(EvidenceFiles files, long evidence) {
    Evidence found = files.find(evidence).orElseThrow(() -> new NodeProblem(ProblemCode.NOT_FOUND));
    String sha256 = found.sha256();
    if (sha256 == null) {
      throw new NodeProblem(ProblemCode.NOT_FOUND);
    }
    var disposition =
        ContentDisposition.attachment().filename(found.name(), StandardCharsets.UTF_8).build();
    String digest = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256));
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(found.mediaType()))
        .contentLength(found.sizeBytes())
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .header("Repr-Digest", "sha-256=:" + digest + ":")
        .body(new InputStreamResource(files.open(found)));
  }
}
