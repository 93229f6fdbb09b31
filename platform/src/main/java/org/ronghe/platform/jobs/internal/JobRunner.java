package org.ronghe.platform.jobs.internal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.ronghe.atlas.problem.ErrorText;
import org.ronghe.atlas.problem.ProblemException;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.access.Actors;
import org.ronghe.platform.jobs.Job;
import org.ronghe.platform.jobs.JobKind;
import org.ronghe.platform.jobs.JobLine;
import org.ronghe.platform.jobs.JobState;
import org.ronghe.platform.jobs.Jobs;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.web.ListQuery;
import org.ronghe.platform.web.Listing;
import org.ronghe.platform.web.Saying;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/// Does jobs, two at a time, on threads of its own.
@Service
class JobRunner implements Jobs, SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
  private static final int AT_A_TIME = 2;
  private static final long PATIENCE_SECONDS = 10;

  private final JobTable table;
  private final Map<String, JobKind> kinds = new TreeMap<>();
  private final Map<Long, Future<?>> open = new ConcurrentHashMap<>();
  private volatile @Nullable ExecutorService threads;

  JobRunner(JobTable table, List<JobKind> kinds) {
    this.table = table;
    kinds.forEach(kind -> this.kinds.put(kind.code(), kind));
  }

  @Override
  public void start() {
    int left = Actors.getAs(Actor.system("start"), table::interruptOpen);
    if (left > 0) {
      LOG.info("{} jobs were interrupted when the node stopped", left);
    }
    threads =
        Executors.newFixedThreadPool(AT_A_TIME, Thread.ofPlatform().name("job-", 1).factory());
  }

  @Override
  public void stop() {
    ExecutorService running = threads;
    threads = null;
    if (running != null) {
      running.shutdownNow();
      try {
        if (!running.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
          LOG.warn("a job did not stop within {} s", PATIENCE_SECONDS);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      Actors.getAs(Actor.system("stop"), table::interruptOpen);
    }
  }

  @Override
  public boolean isRunning() {
    return threads != null;
  }

  @Override
  public long start(String kind, String subject, Object input) {
    JobKind doer = kinds.get(kind);
    if (doer == null) {
      throw new IllegalArgumentException("nobody does jobs of the kind " + kind);
    }
    ExecutorService running = threads;
    if (running == null) {
      throw new IllegalStateException("the node is stopping");
    }
    Actor actor = Actors.current();
    String json = JsonMapper.shared().writeValueAsString(input);
    long id = table.insert(kind, subject, json, actor);
    Runnable work = () -> Actors.runAs(actor, () -> run(id, doer, json, actor));
    onceItStands(() -> open.put(id, running.submit(work)));
    return id;
  }

  /// A job asked for within a transaction begins when that is committed: before, its row is not
  /// there for anybody else, and if it is rolled back there is no job.
  private static void onceItStands(Runnable begin) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      begin.run();
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            begin.run();
          }
        });
  }

  private void run(long id, JobKind kind, String input, Actor actor) {
    Actor node = Actor.system("job " + id);
    if (!Actors.getAs(node, () -> table.begin(id))) {
      open.remove(id);
      return;
    }
    var run = new StoredRun(id, JsonMapper.shared().readTree(input), table, node);
    try {
      kind.run(run);
      run.flush();
      end(node, id, JobState.DONE, null);
    } catch (InterruptedException e) {
      // Cancelled by somebody, which has then been written; or the node stops.
      end(node, id, JobState.INTERRUPTED, null);
    } catch (NodeProblem problem) {
      end(node, id, JobState.FAILED, saying(problem));
    } catch (ProblemException problem) {
      end(node, id, JobState.FAILED, saying(problem));
    } catch (RuntimeException e) {
      if (Thread.currentThread().isInterrupted()) {
        end(node, id, JobState.INTERRUPTED, null);
      } else {
        LOG.error("job {} of account {}", id, actor.account(), e);
        end(node, id, JobState.FAILED, Saying.of("jobs.problem.internal", id));
      }
    } finally {
      open.remove(id);
    }
  }

  /// The text of an engine's problem; of its two languages each text takes its own.
  private static Saying saying(ProblemException problem) {
    return Saying.of(
        "jobs.problem.engine",
        ErrorText.ENGLISH.sentence(problem.code(), problem.arguments()),
        ErrorText.of(Locale.CHINESE).sentence(problem.code(), problem.arguments()));
  }

  private static Saying saying(NodeProblem problem) {
    String code = problem.code().code();
    if (problem.fields().isEmpty()) {
      return new Saying("problem." + code + ".detail", problem.arguments());
    }
    return Saying.of("jobs.problem.said", String.join(" ", problem.fields().values()));
  }

  private void end(Actor node, long id, JobState state, @Nullable Saying problem) {
    // The table is written even if this thread was interrupted.
    boolean interrupted = Thread.interrupted();
    try {
      Actors.getAs(node, () -> table.end(id, state, problem));
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public Listing<Job> list(ListQuery query) {
    return table.list(query);
  }

  @Override
  public Job get(long id) {
    return table.get(id);
  }

  @Override
  public List<JobLine> lines(long id) {
    return table.lines(id);
  }

  @Override
  public void cancel(long id) {
    Job job = table.get(id);
    if (!table.end(id, JobState.CANCELLED, null)) {
      throw new NodeProblem(ProblemCode.CONFLICT, Saying.of("jobs.cancel.late"));
    }
    table.audit("cancel", id, job.kind());
    Future<?> running = open.remove(id);
    if (running != null) {
      running.cancel(true);
    }
  }

  @Override
  public long repeat(long id) {
    Job job = table.get(id);
    if (!job.state().repeatable()) {
      throw new NodeProblem(ProblemCode.CONFLICT, Saying.of("jobs.repeat.early"));
    }
    return start(job.kind(), job.subject(), JsonMapper.shared().readTree(table.input(id)));
  }
}
