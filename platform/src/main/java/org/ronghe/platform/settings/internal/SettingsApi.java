package org.ronghe.platform.settings.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.access.Allow;
import org.ronghe.platform.access.Rule;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.settings.Setting;
import org.ronghe.platform.settings.Settings;
import org.ronghe.platform.text.Texts;
import org.ronghe.platform.web.RequestLanguage;
import org.ronghe.platform.web.Versions;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/// The settings for programs.
@RestController
@RequestMapping("/api/v1/settings")
@Tag(name = "settings", description = "The node's name, contact, language and own cluster")
class SettingsApi {
  private final Settings settings;
  private final RequestLanguage languages;

  SettingsApi(Settings settings, RequestLanguage languages) {
    this.settings = settings;
    this.languages = languages;
  }

  @GetMapping
  @Allow(Rule.DATA)
  @Operation(summary = "Reads the settings")
  ResponseEntity<Setting> get() {
    Setting setting = settings.current();
    return ResponseEntity.ok().eTag(Versions.etag(setting.version())).body(setting);
  }

  @PutMapping
  @Allow(Rule.ADMINISTRATOR)
  @Operation(
      summary = "Changes the settings; the version in the body does not count, If-Match does")
  ResponseEntity<Setting> put(
      @RequestBody Setting wanted,
      @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch,
      HttpServletRequest request) {
    Setting current = settings.current();
    Versions.check(ifMatch, current.version());
    var faults = SettingLimits.faults(wanted, Texts.in(languages.of(request)));
    if (!faults.isEmpty()) {
      throw new NodeProblem(ProblemCode.INPUT_INVALID, faults);
    }
    settings.change(wanted, current.version());
    return get();
  }

  /// The operator's map.
  ///
  /// @param href where its GeoJSON is, without the node's address
  record MapView(String name, String approval, String href) {}

  @GetMapping("/map")
  @Allow(Rule.DATA)
  @Operation(summary = "Reads what map is drawn on; 404 where it is land without borders")
  MapView map() {
    return settings
        .findMap()
        .map(map -> new MapView(map.name(), settings.current().mapApproval(), map.href()))
        .orElseThrow(() -> new NodeProblem(ProblemCode.NOT_FOUND));
  }

  @PutMapping(path = "/map", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @Allow(Rule.ADMINISTRATOR)
  @Operation(summary = "Supplies a standard map as GeoJSON, with its approval number")
  MapView supply(
      @RequestParam MultipartFile file,
      @RequestParam(defaultValue = "") String approval,
      HttpServletRequest request)
      throws IOException {
    var faults = SettingLimits.mapFaults(file, approval, Texts.in(languages.of(request)));
    if (!faults.isEmpty()) {
      throw new NodeProblem(ProblemCode.INPUT_INVALID, faults);
    }
    settings.setMap(
        Objects.requireNonNullElse(file.getOriginalFilename(), "map.geojson"),
        new String(file.getBytes(), StandardCharsets.UTF_8),
        approval);
    return map();
  }

  @DeleteMapping("/map")
  @Allow(Rule.ADMINISTRATOR)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Goes back to land without borders")
  void removeMap() {
    settings.removeMap();
  }
}
