package org.ronghe.platform.settings.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
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
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

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
}
