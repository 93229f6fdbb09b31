package org.ronghe.platform.facts.internal;

import java.nio.charset.StandardCharsets;
import org.ronghe.platform.access.Allow;
import org.ronghe.platform.access.Rule;
import org.ronghe.platform.facts.Evidence;
import org.ronghe.platform.facts.EvidenceFiles;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The files of evidence, for those who may read them. Always saved, never shown in the browser:
/// what somebody uploaded must not act in the node's name.
@Controller
class EvidencePages {
  private final EvidenceFiles files;

  EvidencePages(EvidenceFiles files) {
    this.files = files;
  }

  @GetMapping("/evidence/{evidence}")
  @Allow(Rule.SIGNED_IN)
  ResponseEntity<InputStreamResource> file(@PathVariable long evidence) {
    Evidence found =
        files
            .find(evidence)
            .filter(one -> one.link() == null)
            .orElseThrow(() -> new NodeProblem(ProblemCode.NOT_FOUND));
    var disposition =
        ContentDisposition.attachment().filename(found.name(), StandardCharsets.UTF_8).build();
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(found.mediaType()))
        .contentLength(found.sizeBytes())
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .body(new InputStreamResource(files.open(found)));
  }
}
