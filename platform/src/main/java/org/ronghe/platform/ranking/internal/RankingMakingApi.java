package org.ronghe.platform.ranking.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ronghe.atlas.method.Methods;
import org.ronghe.platform.access.Allow;
import org.ronghe.platform.access.Rule;
import org.ronghe.platform.ranking.RankingHead;
import org.ronghe.platform.ranking.Rankings;
import org.ronghe.platform.text.Language;
import org.ronghe.platform.text.Texts;
import org.ronghe.platform.web.RequestLanguage;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Making rankings here, and taking in those that lie on the server, for programs.
@RestController
@RequestMapping("/api/v1/ranking-sources")
@Tag(name = "rankings")
class RankingMakingApi {
  private static final String DEMO_METHOD = "gii-2023";

  private final Rankings rankings;
  private final AllowedFolders folders;
  private final RunDesk desk;
  private final RequestLanguage languages;

  RankingMakingApi(
      Rankings rankings, AllowedFolders folders, RunDesk desk, RequestLanguage languages) {
    this.rankings = rankings;
    this.folders = folders;
    this.desk = desk;
    this.languages = languages;
  }

  /// What rankings can come from.
  ///
  /// @param folders of the server that the configuration opens
  /// @param results result folders in them
  record Sources(List<String> folders, List<String> results, List<String> methods) {
    Sources {
      folders = List.copyOf(folders);
      results = List.copyOf(results);
      methods = List.copyOf(methods);
    }
  }

  /// A result folder of the server.
  record FolderInput(@Nullable String folder, @Nullable String note) {}

  /// A ranking to be made. Files lie in the folders that the configuration opens.
  ///
  /// @param demo records made up after published totals, instead of files
  record RunOrder(
      @Nullable Boolean demo,
      @Nullable List<String> works,
      @Nullable List<String> patents,
      @Nullable List<String> places,
      @Nullable String method,
      @Nullable String minWeight,
      @Nullable String note) {
    RunInput input(Language language, Texts texts) {
      if (Boolean.TRUE.equals(demo)) {
        String said = Objects.requireNonNullElse(note, texts.text("ranking.demo.note"));
        return new RunInput(true, List.of(), List.of(), List.of(), DEMO_METHOD, "", said, language);
      }
      return new RunInput(
          false,
          Objects.requireNonNullElse(works, List.of()),
          Objects.requireNonNullElse(patents, List.of()),
          Objects.requireNonNullElse(places, List.of()),
          Objects.requireNonNullElse(method, ""),
          Objects.requireNonNullElse(minWeight, ""),
          Objects.requireNonNullElse(note, ""),
          language);
    }
  }

  /// A job that was started.
  record Started(long job) {}

  @GetMapping
  @Allow(Rule.BUREAU)
  @Operation(summary = "Lists folders that are open to rankings, results in them, and methods")
  Sources sources() {
    return new Sources(
        folders.roots().stream().map(Object::toString).toList(), folders.results(), Methods.IDS);
  }

  @PostMapping("/folder")
  @Allow(Rule.BUREAU)
  @Operation(summary = "Takes in a result folder that lies on the server")
  ResponseEntity<RankingHead> takeIn(@RequestBody FolderInput input, HttpServletRequest request) {
    String folder = Objects.requireNonNullElse(input.folder(), "");
    String note = Objects.requireNonNullElse(input.note(), "");
    long id = rankings.takeIn(folders.allowed("folder", folder), note, languages.of(request));
    return ResponseEntity.created(URI.create("/api/v1/rankings/" + id)).body(rankings.get(id));
  }

  @PostMapping("/run")
  @Allow(Rule.BUREAU)
  @Operation(summary = "Starts a job that makes a ranking and takes it in")
  ResponseEntity<Started> run(@RequestBody RunOrder order, HttpServletRequest request) {
    Language language = languages.of(request);
    long job = desk.start(order.input(language, Texts.in(language)));
    return ResponseEntity.accepted()
        .location(URI.create("/api/v1/jobs/" + job))
        .body(new Started(job));
  }
}
