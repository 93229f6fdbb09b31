package org.ronghe.platform.directory.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.access.Allow;
import org.ronghe.platform.access.Rule;
import org.ronghe.platform.settings.BaseMap;
import org.ronghe.platform.settings.Settings;
import org.ronghe.platform.web.Answer;
import org.ronghe.platform.web.Download;
import org.ronghe.platform.web.Download.Column;
import org.ronghe.platform.web.ListQuery;
import org.ronghe.platform.web.Listing;
import org.ronghe.platform.web.Narrowed;
import org.ronghe.platform.web.Page;
import org.ronghe.platform.web.PointMap;
import org.ronghe.platform.web.Room;
import org.ronghe.platform.web.View;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/// The directory on screen, to take away, and for programs.
@Controller
@Tag(
    name = "directory",
    description = "Laboratories, centres, incubators, pilot platforms, joint laboratories, funds")
class DirectoryPages {
  private final Directory directory;
  private final SavedSearches searches;
  private final Settings settings;

  DirectoryPages(Directory directory, SavedSearches searches, Settings settings) {
    this.directory = directory;
    this.searches = searches;
    this.settings = settings;
  }

  @Bean
  static Room directoryRoom() {
    return Room.inHeader("/directory", "directory.room", 25, Rule.SIGNED_IN);
  }

  @GetMapping("/directory")
  @Allow(Rule.SIGNED_IN)
  Page page(View view, ListQuery query) {
    Narrowed narrowed = Narrowed.by(view, query, Directory.FIELDS, Directory.FILTERS);
    ListQuery asked = narrowed.query();
    return Page.of(
        "directory/directory.jte",
        new DirectoryPage(
            narrowed.view(),
            directory.list(asked),
            directory.facets(asked),
            PointMap.of(directory.places(asked)),
            settings.findMap().map(BaseMap::href).orElse(null),
            searches.mine("/directory")));
  }

  @GetMapping("/directory/export")
  @Allow(Rule.SIGNED_IN)
  Answer export(View view, ListQuery query, @RequestParam Download.Format format) {
    List<Column> columns =
        List.of(
            new Column("id", view.text("directory.column.id")),
            new Column("name_zh", view.text("facts.page.name-zh")),
            new Column("name_en", view.text("facts.page.name-en")),
            new Column("kind", view.text("directory.field.kind")),
            new Column("level", view.text("directory.field.level")),
            new Column("district", view.text("directory.field.district")),
            new Column("host", view.text("directory.host")),
            new Column("partners", view.text("directory.partner")),
            new Column("fields", view.text("directory.fields")),
            new Column("fund_yuan", view.text("directory.fund-size")),
            new Column("homepage", view.text("directory.homepage")));
    return Download.of(
        "directory",
        format,
        columns,
        query.narrowedBy(view, Directory.FIELDS),
        directory::list,
        entry -> cells(entry, view));
  }

  private static List<@Nullable Object> cells(DirectoryEntry entry, View view) {
    return Arrays.asList(
        entry.organisation(),
        entry.names().zh(),
        entry.names().en(),
        DirectoryPage.words(view, "kind", entry.kind().code()),
        DirectoryPage.words(view, "level", entry.level()),
        entry.district(),
        entry.told("facility_host", view.language()),
        entry.told("facility_partner", view.language()),
        entry.told("facility_field", view.language()),
        entry.fundYuan(),
        entry.homepage());
  }

  @GetMapping({"/directory/places", "/api/v1/directory/places"})
  @Allow(Rule.SIGNED_IN)
  @ResponseBody
  @Operation(summary = "Reads where the organisations of the directory are, as GeoJSON")
  ResponseEntity<String> places(View view, ListQuery query) {
    PointMap map = PointMap.of(directory.places(query.narrowedBy(view, Directory.FIELDS)));
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("application/geo+json"))
        .header("Cache-Control", "private, no-cache")
        .body(map.geoJson(_ -> "", place -> "/organisations/" + place.id()));
  }

  @GetMapping("/api/v1/directory")
  @Allow(Rule.DATA)
  @ResponseBody
  @Operation(summary = "Lists the organisations of the directory by name, with what holds of them")
  Listing<DirectoryEntry> list(ListQuery query) {
    return directory.list(query);
  }

  @GetMapping("/api/v1/directory/facets")
  @Allow(Rule.DATA)
  @ResponseBody
  @Operation(summary = "Counts the organisations of the directory by kind, level and district")
  Map<String, Map<String, Long>> facets(ListQuery query) {
    return directory.facets(query);
  }
}
