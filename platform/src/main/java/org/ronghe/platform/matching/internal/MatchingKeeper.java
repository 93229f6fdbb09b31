package org.ronghe.platform.matching.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;
import org.ronghe.match.problem.MatchProblem;
import org.ronghe.match.search.Engine;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.access.Actors;
import org.ronghe.platform.jobs.GivingWay;
import org.ronghe.platform.matching.Lesson;
import org.ronghe.platform.matching.MatchAnswer;
import org.ronghe.platform.matching.MatchDecision;
import org.ronghe.platform.matching.MatchRequest;
import org.ronghe.platform.matching.Matching;
import org.ronghe.platform.matching.MatchingHealth;
import org.ronghe.platform.matching.Reworded;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Keeps the matching index in step with the catalogue in a thread of its own, and lets it be
/// asked.
///
/// Language models, dictionary and index are opened when first something is to be indexed or asked,
/// so that a node without a catalogue never pays for them. What goes wrong is tried again, ever
/// more slowly; asking goes on meanwhile.
final class MatchingKeeper implements Matching, SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(MatchingKeeper.class);
  private static final Actor SYSTEM = Actor.system("matching");

  /// A node that starts has better things to do than to open language models.
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(3);

  private static final Duration PAUSE = Duration.ofMillis(300);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);
  private static final Duration STOPPING = Duration.ofSeconds(15);

  private final Path folder;
  private final MatchingFeed feed;
  private final Supplier<Engine> engines;
  private final Lessons lessons;
  private final Object lock = new Object();

  private volatile String problem = "";
  private volatile boolean renewing;
  private volatile CountDownLatch stopped = new CountDownLatch(0);
  private @Nullable Engine engine;
  private volatile @Nullable OpenIndex index;
  private @Nullable Thread thread;

  /// @param folder of the index
  /// @param engines opens the engine; called once while it succeeds
  /// @param lessons what decisions taught
  MatchingKeeper(Path folder, MatchingFeed feed, Supplier<Engine> engines, Lessons lessons) {
    this.folder = folder;
    this.feed = feed;
    this.engines = engines;
    this.lessons = lessons;
  }

  @Override
  public MatchAnswer find(MatchRequest request) {
    long waiting = Actors.getAs(SYSTEM, feed::waiting);
    if (request.isBlank()) {
      return MatchAnswer.none(waiting);
    }
    return asked(open -> open.find(request, feed, waiting, lessons.find()));
  }

  @Override
  public List<Reworded> reworded(MatchRequest text) {
    return text.text().isEmpty() ? List.of() : asked(open -> RewordedOffers.of(open, text, feed));
  }

  /// What decisions teach; empty where they are too few.
  Optional<Lesson> lesson(List<MatchDecision> decisions) {
    return asked(open -> new Lecture(open).findLesson(decisions));
  }

  /// A question to the index.
  private interface Question<T> {
    T ask(OpenIndex open) throws IOException;
  }

  private <T> T asked(Question<T> question) {
    try {
      try {
        return question.ask(current());
      } catch (AlreadyClosedException e) {
        // It was opened anew just then.
        return question.ask(current());
      }
    } catch (AlreadyClosedException | MatchProblem e) {
      problem = String.valueOf(e.getMessage());
      throw new NodeProblem(ProblemCode.MATCHING_UNAVAILABLE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public MatchingHealth health() {
    return new MatchingHealth(Actors.getAs(SYSTEM, feed::waiting), renewing, problem);
  }

  @Override
  public void start() {
    stopped = new CountDownLatch(1);
    // Not a virtual thread: it computes, waits on the disk, and must never be interrupted while it
    // writes.
    thread =
        Thread.ofPlatform()
            .name("matching-index")
            .daemon()
            .start(() -> Actors.runAs(SYSTEM, this::keep));
  }

  @Override
  public void stop() {
    stopped.countDown();
    Thread running = thread;
    boolean ended = false;
    try {
      ended = running == null || running.join(STOPPING);
      if (!ended) {
        LOG.warn("the matching index is still being written; what is unfinished is done again");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      synchronized (lock) {
        thread = null;
        closeIndex();
        if (engine != null && ended) {
          engine.close(); // not under a thread that computes with it
        }
        engine = null;
      }
    }
  }

  /// Stopped after the web server, whose last requests may be using the models.
  @Override
  public int getPhase() {
    return SmartLifecycle.DEFAULT_PHASE - 4096;
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  private void keep() {
    GivingWay.fromNowOn(); // a hundred thousand texts take most of an hour
    await(FIRST_PAUSE);
    Duration pause = PAUSE;
    while (!isStopped()) {
      try {
        int applied = step();
        problem = "";
        pause = PAUSE;
        if (applied == 0) {
          await(pause);
        }
      } catch (IOException | RuntimeException e) {
        if (isStopped()) {
          return;
        }
        problem = String.valueOf(e.getMessage());
        LOG.warn("the matching index does not follow; trying again in {} s", pause.toSeconds(), e);
        synchronized (lock) {
          closeIndex(); // what was not committed is forgotten
        }
        await(pause);
        Duration longer = pause.multipliedBy(3);
        pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
      }
    }
  }

  /// Applies a batch, if there is any; with nothing to do, puts the index in order.
  private int step() throws IOException {
    MatchingState state = feed.state();
    if (state.epoch().isEmpty() || isLost(state)) {
      feed.begin();
    }
    OpenIndex open = index;
    if (open == null) {
      if (feed.waiting() == 0) {
        return 0;
      }
      open = current();
    }
    if (!open.index().fits()) {
      renewing = true;
      try {
        open.index().renew(() -> !isStopped());
      } finally {
        renewing = false;
      }
    }
    int applied = feed.apply(open.index());
    if (applied == 0) {
      open.index().settle(false);
    }
    return applied;
  }

  /// Whether the index that the database knows is not there, as after a restore.
  private boolean isLost(MatchingState state) {
    return state.applied() > 0 && !Files.isDirectory(folder.resolve(state.epoch()));
  }

  private OpenIndex current() throws IOException {
    OpenIndex open = index;
    if (open != null) {
      return open;
    }
    synchronized (lock) {
      if (isStopped()) {
        throw new AlreadyClosedException("the node is stopping");
      }
      OpenIndex there = index;
      if (there != null) {
        return there;
      }
      Engine opened = engine;
      if (opened == null) {
        opened = engines.get();
        engine = opened;
      }
      OpenIndex fresh = openAsSystem(opened);
      index = fresh;
      return fresh;
    }
  }

  private OpenIndex openAsSystem(Engine opened) throws IOException {
    try {
      return Actors.callAs(SYSTEM, () -> OpenIndex.open(folder, opened, feed));
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("opening the matching index", e);
    }
  }

  private void closeIndex() {
    OpenIndex open = index;
    index = null;
    if (open != null) {
      try {
        open.close();
      } catch (IOException e) {
        LOG.warn("the matching index did not close", e);
      }
    }
  }

  private boolean isStopped() {
    return stopped.getCount() == 0;
  }

  private void await(Duration pause) {
    try {
      if (stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopped.countDown();
    }
  }
}
