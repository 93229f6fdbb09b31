package org.ronghe.platform.exchange.internal;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.exchange.ImportFault;
import org.ronghe.platform.exchange.ImportRun;
import org.ronghe.platform.exchange.ImportState;
import org.ronghe.platform.exchange.Imports;
import org.ronghe.platform.facts.Facts;
import org.ronghe.platform.jobs.Jobs;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.web.IncomingFile;
import org.ronghe.platform.web.ListQuery;
import org.ronghe.platform.web.Listing;
import org.ronghe.platform.web.Saying;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Imports: files in the data folder, rows in the database, work in jobs.
@Service
class StoredImports implements Imports {
  private static final int LONGEST_NAME = 200;

  private final ImportTable table;
  private final SourceFiles files;
  private final ImportWork work;
  private final Jobs jobs;
  private final Facts facts;
  private final TransactionTemplate transaction;

  StoredImports(
      ImportTable table,
      SourceFiles files,
      ImportWork work,
      Jobs jobs,
      Facts facts,
      PlatformTransactionManager transactions) {
    this.table = table;
    this.files = files;
    this.work = work;
    this.jobs = jobs;
    this.facts = facts;
    this.transaction = new TransactionTemplate(transactions);
  }

  @Override
  public ImportRun upload(
      String kind, @Nullable Long organisation, String name, InputStream content) {
    ImportKind<?> known = work.kind(kind);
    if (known == null) {
      throw new NodeProblem(
          ProblemCode.INPUT_INVALID, Map.of("kind", Words.of("exchange.fault.kind", kind)));
    }
    if (!known.allowed()) {
      throw new NodeProblem(ProblemCode.NOT_ALLOWED);
    }
    long id;
    try (IncomingFile incoming = files.receive(content)) {
      id =
          Objects.requireNonNull(
              transaction.execute(_ -> {
                if (table.taken(kind, incoming.sha256())) {
                  throw new NodeProblem(
                      ProblemCode.CONFLICT, Saying.of("exchange.conflict.same-file"));
                }
                long made = table.insert(kind, organisation, plain(name), incoming);
                incoming.put(files.path(made));
                return made;
              }));
    }
    return started(id, ImportJobs.CHECK);
  }

  private static String plain(String name) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String clean = last.replaceAll("[\\p{Cntrl}\"<>:|?*]", "").strip();
    String kept = clean.isEmpty() ? "table" : clean;
    return kept.length() > LONGEST_NAME ? kept.substring(kept.length() - LONGEST_NAME) : kept;
  }

  private ImportRun started(long run, String kind) {
    ImportRun before = get(run);
    long job = jobs.start(kind, before.file().name(), Map.of("run", run));
    table.job(run, job);
    return get(run);
  }

  private ImportRun get(long run) {
    return table.find(run).orElseThrow(() -> new NodeProblem(ProblemCode.NOT_FOUND));
  }

  /// An import of the actor's own: others read it at most.
  private ImportRun own(long run) {
    ImportRun found = get(run);
    if (!table.isOwn(run)) {
      throw new NodeProblem(ProblemCode.NOT_ALLOWED);
    }
    return found;
  }

  @Override
  public Listing<ImportRun> list(ListQuery query) {
    return table.list(query, work.kinds());
  }

  @Override
  public Optional<ImportRun> find(long run) {
    return table.find(run);
  }

  @Override
  public List<ImportFault> faults(long run, int most) {
    get(run);
    return table.faults(run, most);
  }

  @Override
  public ImportRun take(long run) {
    ImportRun before = own(run);
    boolean goesOn = before.state() == ImportState.TAKING && !working(before);
    if (before.state() != ImportState.CHECKED && !goesOn) {
      throw new NodeProblem(ProblemCode.CONFLICT, Saying.of("exchange.conflict.not-checked"));
    }
    transaction.executeWithoutResult(_ -> {
      table.alone(before.file().sha256());
      if (before.state() == ImportState.CHECKED
          && table.taken(before.kind(), before.file().sha256())) {
        throw new NodeProblem(ProblemCode.CONFLICT, Saying.of("exchange.conflict.same-file"));
      }
      table.state(run, ImportState.TAKING, "");
    });
    return started(run, ImportJobs.TAKE);
  }

  /// Whether a job still works on it.
  private boolean working(ImportRun run) {
    Long job = run.job();
    return job != null && jobs.get(job).state().open();
  }

  @Override
  public long undo(long run) {
    ImportRun before = own(run);
    boolean brokenOff = before.state() == ImportState.TAKING && !working(before);
    if (before.state() != ImportState.TAKEN && !brokenOff) {
      throw new NodeProblem(ProblemCode.CONFLICT, Saying.of("exchange.conflict.not-taken"));
    }
    Long back =
        transaction.execute(status -> {
          long taken =
              switch (before.kind()) {
                case "achievements" -> table.takeBack("import_take_back_achievements", run);
                case "facts" ->
                    facts.retractAll(table.factsOf(run), "import " + run + " taken back");
                default -> table.takeBack("import_take_back", run);
              };
          table.state(run, ImportState.UNDONE, "");
          return taken;
        });
    return back == null ? 0 : back;
  }

  @Override
  public void drop(long run) {
    ImportRun before = own(run);
    if (before.state() != ImportState.CHECKED && before.state() != ImportState.UNREADABLE) {
      throw new NodeProblem(ProblemCode.CONFLICT, Saying.of("exchange.conflict.not-checked"));
    }
    table.state(run, ImportState.DROPPED, before.problem());
  }
}
