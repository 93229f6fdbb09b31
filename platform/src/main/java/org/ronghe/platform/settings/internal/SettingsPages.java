package org.ronghe.platform.settings.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.ronghe.platform.access.Allow;
import org.ronghe.platform.access.Rule;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.settings.Setting;
import org.ronghe.platform.settings.Settings;
import org.ronghe.platform.text.Language;
import org.ronghe.platform.web.Answer;
import org.ronghe.platform.web.Page;
import org.ronghe.platform.web.Redirect;
import org.ronghe.platform.web.Room;
import org.ronghe.platform.web.View;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// The settings on screen.
@Controller
class SettingsPages {
  private final Settings settings;

  SettingsPages(Settings settings) {
    this.settings = settings;
  }

  @Bean
  static Room settingsRoom() {
    return Room.inAdministration("/settings", "settings.room", 90, Rule.ADMINISTRATOR);
  }

  @GetMapping("/settings")
  @Allow(Rule.ADMINISTRATOR)
  Page form(View view) {
    return Page.of("settings/settings.jte", page(view, settings.current(), Map.of()));
  }

  private SettingsPage page(View view, Setting shown, Map<String, String> faults) {
    return new SettingsPage(view, shown, settings.findMap().orElse(null), faults);
  }

  @PostMapping("/settings")
  @Allow(Rule.ADMINISTRATOR)
  Answer save(
      View view,
      @RequestParam long version,
      @RequestParam(defaultValue = "") String nameEnglish,
      @RequestParam(defaultValue = "") String nameChinese,
      @RequestParam(defaultValue = "") String contact,
      @RequestParam(defaultValue = "") String language,
      @RequestParam(defaultValue = "") String ownCluster) {
    var wanted =
        new Setting(
            version,
            nameEnglish.strip(),
            nameChinese.strip(),
            contact.strip(),
            Language.find(language).orElse(null),
            ownCluster.strip(),
            settings.current().mapApproval());
    var faults = SettingLimits.faults(wanted, view.texts());
    if (!faults.isEmpty()) {
      return Page.of("settings/settings.jte", page(view, wanted, faults)).withStatus(400);
    }
    settings.change(wanted, version);
    return Redirect.done("/settings", "settings.saved");
  }

  @PostMapping("/settings/map")
  @Allow(Rule.ADMINISTRATOR)
  Answer map(
      View view, @RequestParam MultipartFile file, @RequestParam(defaultValue = "") String approval)
      throws IOException {
    var faults = SettingLimits.mapFaults(file, approval, view.texts());
    if (faults.isEmpty()) {
      try {
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "map.geojson");
        settings.setMap(name, new String(file.getBytes(), StandardCharsets.UTF_8), approval);
        return Redirect.done("/settings", "settings.map.taken");
      } catch (NodeProblem problem) {
        if (problem.code() != ProblemCode.INPUT_INVALID) {
          throw problem;
        }
        faults.put("file", view.text("settings.map.unreadable"));
      }
    }
    return Page.of("settings/settings.jte", page(view, settings.current(), faults)).withStatus(400);
  }

  @PostMapping("/settings/map/remove")
  @Allow(Rule.ADMINISTRATOR)
  Answer removeMap() {
    settings.removeMap();
    return Redirect.done("/settings", "settings.map.removed");
  }

  /// The operator's map; its address holds its digest, so it may be kept.
  @GetMapping("/settings/map/{name}")
  @Allow(Rule.ANYONE)
  ResponseEntity<String> geoJson(@PathVariable String name) {
    boolean known = settings.findMap().filter(map -> map.href().endsWith("/" + name)).isPresent();
    if (!known) {
      throw new NodeProblem(ProblemCode.NOT_FOUND);
    }
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("application/geo+json;charset=UTF-8"))
        .header("Cache-Control", "public, max-age=31536000, immutable")
        .body(settings.findMapGeoJson().orElseThrow());
  }
}
