package org.ronghe.platform.facts.internal;

import org.ronghe.platform.access.Allow;
import org.ronghe.platform.access.Rule;
import org.ronghe.platform.facts.EvidenceFiles;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The files of evidence, for those who may read them.
@Controller
class EvidencePages {
  private final EvidenceFiles files;

  EvidencePages(EvidenceFiles files) {
    this.files = files;
  }

  @GetMapping("/evidence/{evidence}")
  @Allow(Rule.SIGNED_IN)
  ResponseEntity<InputStreamResource> file(@PathVariable long evidence) {
    return EvidenceAnswer.of(files, evidence);
  }
}
