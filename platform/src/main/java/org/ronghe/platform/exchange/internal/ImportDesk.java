package org.ronghe.platform.exchange.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.access.Allow;
import org.ronghe.platform.access.Rule;
import org.ronghe.platform.exchange.ImportRun;
import org.ronghe.platform.exchange.ImportState;
import org.ronghe.platform.exchange.Imports;
import org.ronghe.platform.facts.Names;
import org.ronghe.platform.facts.Organisations;
import org.ronghe.platform.jobs.Jobs;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.registry.Achievement;
import org.ronghe.platform.registry.Achievements;
import org.ronghe.platform.text.Texts;
import org.ronghe.platform.web.Answer;
import org.ronghe.platform.web.Download;
import org.ronghe.platform.web.Flash;
import org.ronghe.platform.web.ListQuery;
import org.ronghe.platform.web.Listing;
import org.ronghe.platform.web.Page;
import org.ronghe.platform.web.Redirect;
import org.ronghe.platform.web.Room;
import org.ronghe.platform.web.Saying;
import org.ronghe.platform.web.View;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// Imports on screen: upload, what is wrong, taking, taking back.
@Controller
class ImportDesk {
  private static final int SHOWN = 200;

  /// So many drafts are handed in before the reader hears of it and may go on.
  private static final int MOST_AT_ONCE = 2000;

  private static final MediaType WORKBOOK =
      MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  private final Imports imports;
  private final ImportWork work;
  private final SourceFiles files;
  private final KnownOrganisations known;
  private final Organisations organisations;
  private final Jobs jobs;
  private final Achievements achievements;
  private final TransactionTemplate transaction;

  ImportDesk(
      Imports imports,
      ImportWork work,
      SourceFiles files,
      KnownOrganisations known,
      Organisations organisations,
      Jobs jobs,
      Achievements achievements,
      PlatformTransactionManager transactions) {
    this.imports = imports;
    this.work = work;
    this.files = files;
    this.known = known;
    this.organisations = organisations;
    this.jobs = jobs;
    this.achievements = achievements;
    this.transaction = new TransactionTemplate(transactions);
  }

  @Bean
  static Room importsRoom() {
    return Room.inAdministration("/imports", "exchange.room", 5, Rule.SIGNED_IN);
  }

  @GetMapping("/imports")
  @Allow(Rule.SIGNED_IN)
  Page list(View view, ListQuery query) {
    return page(view, query, "");
  }

  @GetMapping("/imports/export")
  @Allow(Rule.SIGNED_IN)
  Answer export(View view, ListQuery query, @RequestParam Download.Format format) {
    List<Download.Column> columns =
        List.of(
            new Download.Column("id", view.text("exchange.number")),
            new Download.Column("file", view.text("exchange.file.name")),
            new Download.Column("kind", view.text("exchange.what")),
            new Download.Column("state", view.text("exchange.state")),
            new Download.Column("lines", view.text("exchange.lines")),
            new Download.Column("wrong", view.text("exchange.wrong")),
            new Download.Column("taken", view.text("exchange.taken")),
            new Download.Column("uploaded", view.text("exchange.made")),
            new Download.Column("by", view.text("exchange.by")));
    return Download.of("imports", format, columns, query, imports::list, ImportDesk::cells);
  }

  private static List<Object> cells(ImportRun run) {
    return List.of(
        run.id(),
        run.file().name(),
        run.kind(),
        run.state().code(),
        run.counts().lines(),
        run.counts().wrong(),
        run.counts().taken(),
        run.file().uploaded(),
        run.file().by());
  }

  private Page page(View view, ListQuery query, String fault) {
    List<String> allowed =
        work.kinds().stream()
            .filter(kind -> {
              ImportKind<?> one = work.kind(kind);
              return one != null && one.allowed();
            })
            .toList();
    var own = new TreeSet<String>();
    organisations
        .names(view.actor().writableOrganisations())
        .values()
        .forEach(names -> own.add(names.main()));
    return Page.of(
        "exchange/list.jte",
        new ImportList(view, imports.list(query), allowed, List.copyOf(own), fault));
  }

  @PostMapping("/imports")
  @Allow(Rule.SIGNED_IN)
  Answer upload(
      View view,
      @RequestParam MultipartFile file,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String organisation)
      throws IOException {
    try {
      if (file.isEmpty()) {
        throw new NodeProblem(
            ProblemCode.INPUT_INVALID, Map.of("file", Words.of("exchange.unreadable.empty")));
      }
      String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
      try (InputStream content = file.getInputStream()) {
        ImportRun run = imports.upload(kind, named(organisation), name, content);
        return Redirect.to("/imports/" + run.id());
      }
    } catch (NodeProblem problem) {
      return switch (problem.code()) {
        case INPUT_INVALID, CONFLICT, TOO_LARGE ->
            page(view, ListQuery.all(), said(problem, view.texts())).withStatus(400);
        default -> throw problem;
      };
    }
  }

  /// What a problem says, in one sentence.
  static String said(NodeProblem problem, Texts texts) {
    if (!problem.fields().isEmpty()) {
      return Words.said(problem.fields().values().iterator().next(), texts);
    }
    return texts.text(
        "problem." + problem.code().code() + ".detail",
        problem.arguments().stream().map(value -> Saying.resolved(value, texts)).toArray());
  }

  private @Nullable Long named(String organisation) {
    String name = organisation.strip();
    if (name.isEmpty()) {
      return null;
    }
    Long id = transaction.execute(status -> known.find(List.of(name)).get(name));
    if (id == null) {
      throw new NodeProblem(
          ProblemCode.INPUT_INVALID,
          Map.of("organisation", Words.of("exchange.fault.organisation", name)));
    }
    return id;
  }

  private ImportRun get(long id) {
    return imports.find(id).orElseThrow(() -> new NodeProblem(ProblemCode.NOT_FOUND));
  }

  @GetMapping("/imports/{id:\\d+}")
  @Allow(Rule.SIGNED_IN)
  Page show(View view, @PathVariable long id) {
    ImportRun run = get(id);
    Long job = run.job();
    boolean working = job != null && jobs.get(job).state().open();
    Long organisation = run.organisation();
    Names names =
        organisation == null ? null : organisations.names(List.of(organisation)).get(organisation);
    var model =
        new ImportPage(
            view,
            run,
            imports.faults(id, SHOWN),
            working,
            names == null ? "" : names.in(view.language()));
    return Page.of(view.request().partial() ? "exchange/part.jte" : "exchange/import.jte", model);
  }

  @PostMapping("/imports/{id:\\d+}/take")
  @Allow(Rule.SIGNED_IN)
  Answer take(@PathVariable long id) {
    imports.take(id);
    return Redirect.to("/imports/" + id);
  }

  /// Hands in the drafts of an import with which nothing is wrong, the others stay drafts.
  @PostMapping("/imports/{id:\\d+}/submit")
  @Allow(Rule.SIGNED_IN)
  Answer submit(@PathVariable long id) {
    get(id);
    int handedIn = 0;
    int left = 0;
    @Nullable String cursor = null;
    do {
      Listing<Achievement> part =
          achievements.list(
              new ListQuery("", "import:" + id + ",state:draft", "id", cursor, ListQuery.MOST));
      for (Achievement draft : part.results()) {
        if (handsIn(draft)) {
          handedIn++;
        } else {
          left++;
        }
      }
      cursor = part.meta().nextCursor();
    } while (cursor != null && handedIn < MOST_AT_ONCE);
    if (cursor != null) {
      return new Redirect("/imports/" + id, Flash.good("exchange.submitted.more", handedIn, left));
    }
    return Redirect.done("/imports/" + id, "exchange.submitted", handedIn, left);
  }

  /// Whether nothing was wrong with it; if so it is handed in.
  private boolean handsIn(Achievement draft) {
    try {
      achievements.submit(draft.id(), draft.edit());
      return true;
    } catch (NodeProblem problem) {
      if (problem.code() != ProblemCode.INPUT_INVALID) {
        throw problem;
      }
      return false;
    }
  }

  @PostMapping("/imports/{id:\\d+}/undo")
  @Allow(Rule.SIGNED_IN)
  Answer undo(@PathVariable long id) {
    long before = get(id).counts().taken();
    long back = imports.undo(id);
    return Redirect.done("/imports/" + id, "exchange.undone", back, before);
  }

  @PostMapping("/imports/{id:\\d+}/drop")
  @Allow(Rule.SIGNED_IN)
  Answer drop(@PathVariable long id) {
    imports.drop(id);
    return Redirect.done("/imports", "exchange.dropped");
  }

  /// The user's own table with what is wrong marked in it.
  @GetMapping("/imports/{id:\\d+}/copy")
  @Allow(Rule.SIGNED_IN)
  ResponseEntity<Resource> copy(
      View view, @PathVariable long id, @RequestParam(defaultValue = "false") boolean wrong)
      throws IOException, InterruptedException {
    ImportRun run = get(id);
    if (run.state() == ImportState.UNREADABLE || run.state() == ImportState.UPLOADED) {
      throw new NodeProblem(ProblemCode.CONFLICT, Saying.of("exchange.conflict.not-checked"));
    }
    Path copy = Files.createTempFile("ronghe-copy-", ".part");
    boolean workbook = true;
    try {
      workbook = FileFormat.of(files.path(id)) == FileFormat.XLSX;
      try (OutputStream out = Files.newOutputStream(copy)) {
        if (workbook) {
          try (var sheet = new AnnotatedCopy.Sheet(out, wrong, view.texts())) {
            work.again(run, sheet);
          }
        } else {
          try (var csv = new AnnotatedCopy.Csv(out, wrong, view.texts())) {
            work.again(run, csv);
          }
        }
      }
    } catch (UnreadableFile e) {
      Files.deleteIfExists(copy);
      throw new NodeProblem(ProblemCode.CONFLICT, Words.said(e.words(), view.texts()));
    } catch (RuntimeException | IOException e) {
      Files.deleteIfExists(copy);
      throw e;
    }
    String name = run.file().name().replaceFirst("\\.[A-Za-z0-9]{1,8}$", "");
    return ResponseEntity.ok()
        .contentType(workbook ? WORKBOOK : MediaType.parseMediaType("text/csv;charset=UTF-8"))
        .contentLength(Files.size(copy))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            attachment(name + view.text("exchange.copy.name") + (workbook ? ".xlsx" : ".csv")))
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .body(
            new InputStreamResource(
                Files.newInputStream(copy, StandardOpenOption.DELETE_ON_CLOSE)));
  }

  private static String attachment(String name) {
    return ContentDisposition.attachment()
        .filename(name, StandardCharsets.UTF_8)
        .build()
        .toString();
  }

  /// The empty table to fill in.
  @GetMapping("/imports/template/{kind}")
  @Allow(Rule.SIGNED_IN)
  ResponseEntity<Resource> template(
      View view, @PathVariable String kind, @RequestParam(defaultValue = "xlsx") String format)
      throws IOException {
    ImportKind<?> known = work.kind(kind);
    if (known == null) {
      throw new NodeProblem(ProblemCode.NOT_FOUND);
    }
    var bytes = new ByteArrayOutputStream();
    boolean csv = format.equals("csv");
    if (csv) {
      var keys = new ArrayList<String>();
      known.columns().forEach(column -> keys.add(column.key()));
      bytes.writeBytes(
          ("\uFEFF" + String.join(",", keys) + "\r\n").getBytes(StandardCharsets.UTF_8));
    } else {
      AnnotatedCopy.template(known, view.texts(), bytes);
    }
    return ResponseEntity.ok()
        .contentType(csv ? MediaType.parseMediaType("text/csv;charset=UTF-8") : WORKBOOK)
        .header(HttpHeaders.CONTENT_DISPOSITION, attachment(kind + (csv ? ".csv" : ".xlsx")))
        .body(new ByteArrayResource(bytes.toByteArray()));
  }
}
