package org.ronghe.platform.facts.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.access.Allow;
import org.ronghe.platform.access.Rule;
import org.ronghe.platform.facts.Evidence;
import org.ronghe.platform.facts.EvidenceFiles;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/// Evidence for programs: handed in first, named by its number in a fact or a proposal afterwards.
@RestController
@RequestMapping("/api/v1/evidence")
@Tag(name = "evidence", description = "Files and links that show that a fact is so")
class EvidenceApi {
  private final EvidenceFiles files;

  EvidenceApi(EvidenceFiles files) {
    this.files = files;
  }

  /// A link as a program sends it.
  ///
  /// @param owner organisation whose people read it; null for the bureau's own
  record LinkInput(@Nullable Long owner, @Nullable String link) {}

  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @Allow(Rule.SIGNED_IN)
  @Operation(
      summary = "Hands in a file; its type is told from its content, sha256 is checked if given")
  ResponseEntity<Evidence> upload(
      @RequestParam MultipartFile file,
      @RequestParam(required = false) @Nullable Long owner,
      @RequestParam(defaultValue = "") String sha256)
      throws IOException {
    if (!sha256.isEmpty() && !sha256.equalsIgnoreCase(digest(file))) {
      throw Fault.of("sha256", "facts.evidence.other-digest").problem();
    }
    String name = Objects.requireNonNullElse(file.getOriginalFilename(), "evidence");
    try (InputStream content = file.getInputStream()) {
      return made(files.add(owner, name, content));
    }
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @Allow(Rule.SIGNED_IN)
  @Operation(summary = "Hands in a link")
  ResponseEntity<Evidence> link(@RequestBody LinkInput input) {
    return made(files.addLink(input.owner(), input.link() == null ? "" : input.link()));
  }

  @GetMapping("/{id}")
  @Allow(Rule.DATA)
  @Operation(summary = "Reads what evidence it is: name, type, size, SHA-256 or link")
  Evidence get(@PathVariable long id) {
    return files.find(id).orElseThrow(() -> new NodeProblem(ProblemCode.NOT_FOUND));
  }

  @GetMapping("/{id}/file")
  @Allow(Rule.DATA)
  @Operation(summary = "Reads the file, with its digest in Repr-Digest")
  ResponseEntity<InputStreamResource> file(@PathVariable long id) {
    return EvidenceAnswer.of(files, id);
  }

  private static ResponseEntity<Evidence> made(Evidence evidence) {
    return ResponseEntity.created(URI.create("/api/v1/evidence/" + evidence.id())).body(evidence);
  }

  private static String digest(MultipartFile file) throws IOException {
    try (var in =
        new DigestInputStream(file.getInputStream(), MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(in.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
