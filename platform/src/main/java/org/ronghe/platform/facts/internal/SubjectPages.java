package org.ronghe.platform.facts.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.access.Allow;
import org.ronghe.platform.access.Rule;
import org.ronghe.platform.facts.Names;
import org.ronghe.platform.facts.Organisation;
import org.ronghe.platform.facts.OrganisationKind;
import org.ronghe.platform.facts.Organisations;
import org.ronghe.platform.facts.People;
import org.ronghe.platform.facts.Person;
import org.ronghe.platform.facts.PersonKind;
import org.ronghe.platform.facts.Work;
import org.ronghe.platform.facts.WorkKind;
import org.ronghe.platform.facts.Works;
import org.ronghe.platform.facts.dictionary.SubjectKind;
import org.ronghe.platform.facts.internal.SubjectListPage.Choice;
import org.ronghe.platform.facts.internal.SubjectListPage.Line;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.web.Answer;
import org.ronghe.platform.web.Download;
import org.ronghe.platform.web.ListQuery;
import org.ronghe.platform.web.Listing;
import org.ronghe.platform.web.Page;
import org.ronghe.platform.web.Redirect;
import org.ronghe.platform.web.Room;
import org.ronghe.platform.web.View;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// Organisations, people and works on screen: their lists, and each with what is known of it at two
/// times.
@Controller
class SubjectPages {
  private final Organisations organisations;
  private final People people;
  private final Works works;
  private final SubjectReader subjects;
  private final SubjectPageMaker maker;

  SubjectPages(
      Organisations organisations,
      People people,
      Works works,
      SubjectReader subjects,
      SubjectPageMaker maker) {
    this.organisations = organisations;
    this.people = people;
    this.works = works;
    this.subjects = subjects;
    this.maker = maker;
  }

  @Bean
  static Room organisationsRoom() {
    return Room.inHeader("/organisations", "facts.organisations.room", 20, Rule.SIGNED_IN);
  }

  @Bean
  static Room peopleRoom() {
    return Room.inHeader("/people", "facts.people.room", 21, Rule.SIGNED_IN);
  }

  @Bean
  static Room worksRoom() {
    return Room.inHeader("/works", "facts.works.room", 22, Rule.SIGNED_IN);
  }

  /// Where the list of subjects of a kind is.
  static String path(SubjectKind kind) {
    return switch (kind) {
      case ORGANISATION -> "/organisations";
      case PERSON -> "/people";
      case WORK -> "/works";
    };
  }

  @GetMapping("/organisations")
  @Allow(Rule.SIGNED_IN)
  Page organisations(View view, ListQuery query) {
    return list(view, SubjectKind.ORGANISATION, query);
  }

  @GetMapping("/people")
  @Allow(Rule.SIGNED_IN)
  Page people(View view, ListQuery query) {
    return list(view, SubjectKind.PERSON, query);
  }

  @GetMapping("/works")
  @Allow(Rule.SIGNED_IN)
  Page works(View view, ListQuery query) {
    return list(view, SubjectKind.WORK, query);
  }

  private Page list(View view, SubjectKind kind, ListQuery query) {
    return Page.of(
        "facts/list.jte",
        new SubjectListPage(
            view,
            path(kind),
            path(kind).substring(1),
            kinds(view, kind),
            rows(view, kind, query)));
  }

  @GetMapping("/organisations/export")
  @Allow(Rule.SIGNED_IN)
  Download exportOrganisations(
      View view, ListQuery query, @RequestParam(defaultValue = "csv") String format) {
    return export(view, SubjectKind.ORGANISATION, query, format);
  }

  @GetMapping("/people/export")
  @Allow(Rule.SIGNED_IN)
  Download exportPeople(
      View view, ListQuery query, @RequestParam(defaultValue = "csv") String format) {
    return export(view, SubjectKind.PERSON, query, format);
  }

  @GetMapping("/works/export")
  @Allow(Rule.SIGNED_IN)
  Download exportWorks(
      View view, ListQuery query, @RequestParam(defaultValue = "csv") String format) {
    return export(view, SubjectKind.WORK, query, format);
  }

  /// The whole list as filtered and sorted, part by part.
  private Download export(View view, SubjectKind kind, ListQuery query, String format) {
    Download.Format wanted =
        Arrays.stream(Download.Format.values())
            .filter(known -> known.ending().equals(format.toLowerCase(Locale.ROOT)))
            .findFirst()
            .orElseThrow(() -> new NodeProblem(ProblemCode.NOT_FOUND));
    var columns =
        List.of(
            new Download.Column("id", view.text("facts.column.id")),
            new Download.Column("name", view.text("facts.column.name")),
            new Download.Column("other_name", view.text("facts.column.other-name")),
            new Download.Column("kind", view.text("facts.column.kind")),
            new Download.Column("place", view.text("facts.column.place")),
            new Download.Column("status", view.text("facts.column.status")));
    return new Download(
        path(kind).substring(1), wanted, columns, row -> each(view, kind, query, row));
  }

  private void each(View view, SubjectKind kind, ListQuery query, Consumer<List<?>> row) {
    @Nullable String cursor = null;
    do {
      var part =
          rows(
              view,
              kind,
              new ListQuery(query.search(), query.filter(), query.sort(), cursor, ListQuery.MOST));
      part.results()
          .forEach(
              line ->
                  row.accept(
                      List.of(
                          line.id(), line.name(), line.other(), line.kind(), line.place(), line.status())));
      cursor = part.meta().nextCursor();
    } while (cursor != null);
  }

  private static List<Choice> kinds(View view, SubjectKind kind) {
    return switch (kind) {
      case ORGANISATION ->
          Arrays.stream(OrganisationKind.values())
              .map(k -> new Choice(k.code(), view.text(k.textKey())))
              .toList();
      case PERSON ->
          Arrays.stream(PersonKind.values())
              .map(k -> new Choice(k.code(), view.text(k.textKey())))
              .toList();
      case WORK ->
          Arrays.stream(WorkKind.values())
              .map(k -> new Choice(k.code(), view.text(k.textKey())))
              .toList();
    };
  }

  private Listing<Line> rows(View view, SubjectKind kind, ListQuery query) {
    return switch (kind) {
      case ORGANISATION -> {
        var part = organisations.list(query);
        yield new Listing<>(
            part.meta(), part.results().stream().map(o -> line(view, o)).toList());
      }
      case PERSON -> {
        var part = people.list(query);
        var homes =
            homes(part.results(), person -> person.profile().organisation());
        yield new Listing<>(
            part.meta(), part.results().stream().map(p -> line(view, p, homes)).toList());
      }
      case WORK -> {
        var part = works.list(query);
        var homes =
            homes(part.results(), work -> work.profile().organisation());
        yield new Listing<>(
            part.meta(), part.results().stream().map(w -> line(view, w, homes)).toList());
      }
    };
  }

  private <T> Map<Long, Names> homes(List<T> rows, Function<T, @Nullable Long> of) {
    var ids = new java.util.TreeSet<Long>();
    for (T row : rows) {
      Long id = of.apply(row);
      if (id != null) {
        ids.add(id);
      }
    }
    return ids.isEmpty() ? Map.of() : organisations.names(ids);
  }

  private static Line line(View view, Organisation organisation) {
    var profile = organisation.profile();
    String place = (profile.place().region() + " " + profile.place().district()).strip();
    return line(
        view,
        organisation.id(),
        profile.names(),
        view.text(profile.kind().textKey()),
        place,
        profile.status());
  }

  private static Line line(View view, Person person, Map<Long, Names> homes) {
    var profile = person.profile();
    return line(
        view,
        person.id(),
        profile.names(),
        view.text(profile.kind().textKey()),
        home(view, profile.organisation(), homes),
        profile.status());
  }

  private static Line line(View view, Work work, Map<Long, Names> homes) {
    var profile = work.profile();
    return line(
        view,
        work.id(),
        profile.names(),
        view.text(profile.kind().textKey()),
        home(view, profile.organisation(), homes),
        profile.status());
  }

  private static String home(View view, @Nullable Long organisation, Map<Long, Names> homes) {
    Names names = organisation == null ? null : homes.get(organisation);
    return names == null ? "" : names.in(view.language());
  }

  private static Line line(
      View view, long id, Names names, String kind, String place, String status) {
    String name = names.in(view.language());
    String other = name.equals(names.zh()) ? names.en() : names.zh();
    return new Line(id, name, other, kind, place, view.text("facts.status." + status));
  }

  @GetMapping("/organisations/{id}")
  @Allow(Rule.SIGNED_IN)
  Answer organisation(
      View view,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String day,
      @RequestParam(defaultValue = "") String recorded) {
    long survivor = organisations.survivor(id);
    return survivor == id
        ? subject(view, SubjectKind.ORGANISATION, id, day, recorded)
        : Redirect.done("/organisations/" + survivor, "facts.merge.leads-here");
  }

  @GetMapping("/people/{id}")
  @Allow(Rule.SIGNED_IN)
  Page person(
      View view,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String day,
      @RequestParam(defaultValue = "") String recorded) {
    return subject(view, SubjectKind.PERSON, id, day, recorded);
  }

  @GetMapping("/works/{id}")
  @Allow(Rule.SIGNED_IN)
  Page work(
      View view,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String day,
      @RequestParam(defaultValue = "") String recorded) {
    return subject(view, SubjectKind.WORK, id, day, recorded);
  }

  private Page subject(View view, SubjectKind kind, long id, String day, String recorded) {
    if (subjects.get(id).kind() != kind) {
      throw new NodeProblem(ProblemCode.NOT_FOUND);
    }
    var query = new ListQuery("", "id:" + id, "", null, 1);
    // A merged organisation is in no list, and leads to its survivor.
    Line line =
        rows(view, kind, query).results().stream()
            .findFirst()
            .orElseThrow(() -> new NodeProblem(ProblemCode.NOT_FOUND));
    LocalDate on = day(view, day);
    Instant at = instant(view, recorded);
    return Page.of(
        "facts/subject.jte", maker.page(view, kind, line, on, at, recorded));
  }

  private static LocalDate day(View view, String day) {
    try {
      return day.isBlank() ? LocalDate.now(view.shell().zone()) : LocalDate.parse(day);
    } catch (DateTimeException e) {
      throw new Fault("day", "facts.value.fault.date", day, "2026-04-01").problem();
    }
  }

  /// The end of the minute that was chosen: what was recorded in it counts.
  private static @Nullable Instant instant(View view, String recorded) {
    try {
      return recorded.isBlank()
          ? null
          : LocalDateTime.parse(recorded)
              .plusSeconds(59)
              .atZone(view.shell().zone())
              .toInstant()
              .plusMillis(999);
    } catch (DateTimeException e) {
      throw new Fault("recorded", "facts.value.fault.date", recorded, "2026-04-01T12:00").problem();
    }
  }
}
