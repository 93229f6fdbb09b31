package org.ronghe.platform.exchange.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.access.Allow;
import org.ronghe.platform.access.Rule;
import org.ronghe.platform.exchange.ImportRun;
import org.ronghe.platform.exchange.Imports;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.text.Texts;
import org.ronghe.platform.web.ListQuery;
import org.ronghe.platform.web.Listing;
import org.ronghe.platform.web.RequestLanguage;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/// Imports for programs: upload, read what is wrong, take, take back.
@RestController
@RequestMapping("/api/v1/imports")
@Tag(
    name = "imports",
    description = "Tables that become achievements, organisations, people, facts, works")
class ImportApi {
  private static final int MOST = 20_000;

  private final Imports imports;
  private final RequestLanguage languages;

  ImportApi(Imports imports, RequestLanguage languages) {
    this.imports = imports;
    this.languages = languages;
  }

  /// What is wrong with a cell, in the asker's language.
  record Fault(long line, String column, String value, String wrong) {}

  /// What was taken back.
  record Undone(long takenBack) {}

  @GetMapping
  @Allow(Rule.DATA)
  @Operation(summary = "Lists imports, the newest first")
  Listing<ImportRun> list(ListQuery query) {
    return imports.list(query);
  }

  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @Allow(Rule.SIGNED_IN)
  @Operation(
      summary = "Uploads a table and checks it; nothing is entered; the same file again conflicts")
  ResponseEntity<ImportRun> upload(
      @RequestParam MultipartFile file,
      @RequestParam String kind,
      @RequestParam(required = false) @Nullable Long organisation)
      throws IOException {
    String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
    try (InputStream content = file.getInputStream()) {
      ImportRun run = imports.upload(kind, organisation, name, content);
      return ResponseEntity.created(URI.create("/api/v1/imports/" + run.id())).body(run);
    }
  }

  @GetMapping("/{id}")
  @Allow(Rule.DATA)
  @Operation(summary = "Reads an import")
  ImportRun get(@PathVariable long id) {
    return imports.find(id).orElseThrow(() -> new NodeProblem(ProblemCode.NOT_FOUND));
  }

  @GetMapping("/{id}/faults")
  @Allow(Rule.DATA)
  @Operation(summary = "Lists what is wrong, cell by cell, in the order of the file")
  List<Fault> faults(@PathVariable long id, HttpServletRequest request) {
    Texts texts = Texts.in(languages.of(request));
    return imports.faults(id, MOST).stream()
        .map(fault ->
            new Fault(
                fault.line(), fault.column(), fault.value(), Words.said(fault.words(), texts)))
        .toList();
  }

  @PostMapping("/{id}/take")
  @Allow(Rule.SIGNED_IN)
  @Operation(summary = "Enters the right rows; one that was broken off goes on where it stopped")
  ImportRun take(@PathVariable long id) {
    return imports.take(id);
  }

  @PostMapping("/{id}/undo")
  @Allow(Rule.SIGNED_IN)
  @Operation(summary = "Takes back what it entered, all that nobody has worked on since")
  Undone undo(@PathVariable long id) {
    return new Undone(imports.undo(id));
  }
}
