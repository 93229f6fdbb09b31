package org.ronghe.platform.ranking.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.ronghe.platform.access.Allow;
import org.ronghe.platform.access.Rule;
import org.ronghe.platform.ranking.Cluster;
import org.ronghe.platform.ranking.RankingHead;
import org.ronghe.platform.text.Language;
import org.ronghe.platform.text.Texts;
import org.ronghe.platform.web.ListQuery;
import org.ronghe.platform.web.Listing;
import org.ronghe.platform.web.RequestLanguage;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.JsonNode;

/// Rankings for programs.
@RestController
@RequestMapping("/api/v1/rankings")
@Tag(name = "rankings", description = "Rankings of science and technology clusters")
class RankingApi {
  private static final int MOST_TIES = 1000;

  private final StoredRankings rankings;
  private final ClusterTable clusters;
  private final RequestLanguage languages;

  RankingApi(StoredRankings rankings, ClusterTable clusters, RequestLanguage languages) {
    this.rankings = rankings;
    this.clusters = clusters;
    this.languages = languages;
  }

  /// A cluster with all that is known of it.
  record ClusterDetail(Cluster cluster, Profile profile) {}

  @GetMapping
  @Allow(Rule.DATA)
  @Operation(summary = "Lists rankings, the newest first")
  Listing<RankingHead> list() {
    var all = rankings.list();
    return new Listing<>(new Listing.Meta((long) all.size(), all.size(), null), all);
  }

  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @Allow(Rule.BUREAU)
  @Operation(summary = "Takes in a result folder of `ronghe rank`, as a zip file")
  ResponseEntity<RankingHead> takeIn(
      @RequestParam MultipartFile file,
      @RequestParam(defaultValue = "") String note,
      HttpServletRequest request)
      throws IOException {
    Language language = languages.of(request);
    try (var folder = WorkFolder.make()) {
      ZipFolder.unpack(file.getInputStream(), folder.path(), Texts.in(language));
      long id = rankings.takeIn(folder.path(), note, language);
      return ResponseEntity.created(URI.create("/api/v1/rankings/" + id)).body(rankings.get(id));
    }
  }

  @GetMapping("/{id}")
  @Allow(Rule.DATA)
  @Operation(summary = "Reads a ranking without its clusters")
  RankingHead get(@PathVariable long id) {
    return rankings.get(id);
  }

  @DeleteMapping("/{id}")
  @Allow(Rule.BUREAU)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Removes a ranking")
  void remove(@PathVariable long id) {
    rankings.remove(id);
  }

  @GetMapping("/{id}/clusters")
  @Allow(Rule.DATA)
  @Operation(summary = "Lists the clusters of a ranking")
  Listing<Cluster> clusters(@PathVariable long id, ListQuery query) {
    return clusters.list(rankings.get(id), query);
  }

  @GetMapping("/{id}/clusters/{label}")
  @Allow(Rule.DATA)
  @Operation(summary = "Reads a cluster with its cities, organisations, fields, partners and years")
  ClusterDetail cluster(@PathVariable long id, @PathVariable int label) {
    RankingHead ranking = rankings.get(id);
    return new ClusterDetail(clusters.get(ranking, label), clusters.profile(ranking, label));
  }

  @GetMapping("/{id}/collaboration")
  @Allow(Rule.DATA)
  @Operation(summary = "Lists the strongest ties between clusters")
  List<Partnership> collaboration(@PathVariable long id) {
    return clusters.ties(rankings.get(id), MOST_TIES);
  }

  @GetMapping("/{id}/run")
  @Allow(Rule.DATA)
  @Operation(summary = "Reads the record of the run: inputs, method, counts at each step")
  JsonNode run(@PathVariable long id) {
    return clusters.json(rankings.get(id), ClusterTable.JsonColumn.RUN);
  }

  /// What doubt there is about a ranking.
  ///
  /// @param notes what the run noted
  /// @param unlocated what could not be found on the map, by reason
  record Quality(JsonNode notes, JsonNode unlocated) {}

  @GetMapping("/{id}/quality")
  @Allow(Rule.DATA)
  @Operation(summary = "Reads what the run noted, and what it could not locate")
  Quality quality(@PathVariable long id) {
    RankingHead ranking = rankings.get(id);
    return new Quality(
        clusters.json(ranking, ClusterTable.JsonColumn.NOTES),
        clusters.json(ranking, ClusterTable.JsonColumn.UNLOCATED));
  }
}
