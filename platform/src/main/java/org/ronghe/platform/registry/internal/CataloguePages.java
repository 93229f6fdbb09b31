package org.ronghe.platform.registry.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.access.Allow;
import org.ronghe.platform.access.Rule;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/// The catalogue for everybody, signed in or not: on screen, to take away, and for programs.
@Controller
@Tag(name = "catalogue", description = "What holders made public of registered achievements")
class CataloguePages {
  private static final int PER_PAGE = 20;

  private final Catalogue catalogue;
  private final Provenances provenances;
  private final Settings settings;

  CataloguePages(Catalogue catalogue, Provenances provenances, Settings settings) {
    this.catalogue = catalogue;
    this.provenances = provenances;
    this.settings = settings;
  }

  @Bean
  static Room catalogueRoom() {
    return Room.inHeader("/catalogue", "registry.catalogue.room", 12, Rule.ANYONE);
  }

  @GetMapping("/catalogue")
  @Allow(Rule.ANYONE)
  Page page(View view, ListQuery query) {
    Narrowed narrowed = Narrowed.by(view, query, CataloguePage.fields(), Catalogue.FILTERS);
    ListQuery asked = narrowed.query();
    Catalogue.Counted counted = catalogue.counted(asked);
    return Page.of(
        "registry/catalogue.jte",
        new CataloguePage(
            narrowed.view(),
            catalogue.list(
                asked.perPage() == ListQuery.USUAL ? asked.withPerPage(PER_PAGE) : asked),
            counted.facets(),
            PointMap.of(counted.places()),
            settings.findMap().map(BaseMap::href).orElse(null)));
  }

  @GetMapping({"/catalogue/places", "/api/v1/catalogue/places"})
  @Allow(Rule.ANYONE)
  @ResponseBody
  @Operation(summary = "Reads where what is public was made, as GeoJSON")
  ResponseEntity<String> places(View view, ListQuery query) {
    var counted = catalogue.counted(query.narrowedBy(view, CataloguePage.fields()));
    // A place narrows the list further, as it does on the drawing without script.
    int path = view.request().path().length();
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("application/geo+json"))
        .header("Cache-Control", "private, no-cache")
        .body(
            PointMap.of(counted.places())
                .geoJson(
                    place -> view.text("registry.catalogue.map.note", place.count()),
                    place ->
                        "/catalogue" + view.with("organisation", place.name()).substring(path)));
  }

  @GetMapping("/catalogue/{id:\\d+}")
  @Allow(Rule.ANYONE)
  Page entry(View view, @PathVariable long id) {
    return Page.of("registry/entry.jte", new EntryPage(view, get(id), provenances.of(id)));
  }

  private CatalogueEntry get(long id) {
    return catalogue.find(id).orElseThrow(() -> new NodeProblem(ProblemCode.NOT_FOUND));
  }

  @GetMapping("/catalogue/export")
  @Allow(Rule.ANYONE)
  Answer export(View view, ListQuery query, @RequestParam Download.Format format) {
    List<Column> columns =
        List.of(
            new Column("number", view.text("registry.column.number")),
            new Column("title_zh", view.text("registry.field.title-zh")),
            new Column("title_en", view.text("registry.field.title-en")),
            new Column("class", view.text("registry.field.work-class")),
            new Column("industry", view.text("registry.field.industry")),
            new Column("trl", view.text("registry.field.trl-level")),
            new Column("keywords", view.text("registry.field.keywords")),
            new Column("organisation", view.text("registry.column.organisation")),
            new Column("district", view.text("registry.catalogue.district")),
            new Column("registered", view.text("registry.catalogue.registered")));
    return Download.of(
        "catalogue",
        format,
        columns,
        query.narrowedBy(view, CataloguePage.fields()),
        catalogue::list,
        entry -> cells(entry, view));
  }

  private static List<@Nullable Object> cells(CatalogueEntry entry, View view) {
    var cells = new ArrayList<@Nullable Object>();
    cells.add(entry.number());
    cells.add(entry.title().zh());
    cells.add(entry.title().en());
    cells.add(FormWords.shown("work_class", entry.kind().workClass(), view.texts()));
    cells.add(FormWords.shown("industry", entry.kind().industry(), view.texts()));
    cells.add(entry.kind().trl());
    cells.add(String.join("; ", entry.kind().keywords()));
    cells.add(entry.keeper().names().in(view.language()));
    cells.add(entry.keeper().district());
    cells.add(entry.registeredOn());
    return cells;
  }

  @GetMapping("/api/v1/catalogue")
  @Allow(Rule.ANYONE)
  @ResponseBody
  @Operation(summary = "Lists what is public, the newest first")
  Listing<CatalogueEntry> list(ListQuery query) {
    return catalogue.list(query);
  }

  @GetMapping("/api/v1/catalogue/facets")
  @Allow(Rule.ANYONE)
  @ResponseBody
  @Operation(
      summary = "Counts what is public by class, readiness, year, district, keeper, industry")
  Map<String, Map<String, Long>> facets(ListQuery query) {
    return catalogue.counted(query).facets();
  }

  @GetMapping("/api/v1/catalogue/{id}")
  @Allow(Rule.ANYONE)
  @ResponseBody
  @Operation(summary = "Reads an achievement that is public")
  CatalogueEntry read(@PathVariable long id) {
    return get(id);
  }

  @GetMapping("/api/v1/catalogue/{id}/provenance")
  @Allow(Rule.ANYONE)
  @ResponseBody
  @Operation(
      summary = "Reads what became of it, what its readiness rests on and how it was evaluated")
  Provenance provenance(@PathVariable long id) {
    get(id);
    return provenances.of(id);
  }
}
