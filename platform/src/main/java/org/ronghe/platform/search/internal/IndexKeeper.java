package org.ronghe.platform.search.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.access.Actors;
import org.ronghe.platform.search.Search;
import org.ronghe.platform.search.SearchAnswer;
import org.ronghe.platform.search.SearchHealth;
import org.ronghe.platform.search.SearchRequest;
import org.ronghe.platform.search.SearchSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.PlatformTransactionManager;

/// Has the index open, lets it be searched, and keeps it in step with the database in a thread of
/// its own. What goes wrong there is tried again, ever more slowly; searching goes on meanwhile.
final class IndexKeeper implements Search, SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(IndexKeeper.class);
  private static final Duration PAUSE = Duration.ofMillis(300);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final Duration STOPPING = Duration.ofSeconds(15);

  private final Path folder;
  private final List<SearchSource> sources;
  private final SearchOutbox outbox;
  private final PlatformTransactionManager transactions;

  private volatile @Nullable SearchIndex index;
  private volatile boolean building;
  private volatile String problem = "";
  private volatile CountDownLatch stopped = new CountDownLatch(1);
  private @Nullable Thread thread;

  /// @param folder of the index
  IndexKeeper(
      Path folder,
      List<SearchSource> sources,
      SearchOutbox outbox,
      PlatformTransactionManager transactions) {
    this.folder = folder;
    this.sources = List.copyOf(sources);
    this.outbox = outbox;
    this.transactions = transactions;
  }

  @Override
  public SearchAnswer find(SearchRequest request) {
    try {
      try {
        return current().find(request);
      } catch (AlreadyClosedException e) {
        // It was opened anew just then.
        return current().find(request);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public SearchHealth health() {
    SearchIndex open = index;
    if (open == null) {
      return new SearchHealth(0, false, false, problem);
    }
    try {
      return new SearchHealth(open.size(), open.isComplete(), building, problem);
    } catch (IOException | AlreadyClosedException e) {
      return new SearchHealth(0, false, building, String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void start() {
    stopped = new CountDownLatch(1);
    try {
      index = SearchIndex.open(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("search index in " + folder, e);
    }
    // Not a virtual thread: it waits on the disk and must never be interrupted while it writes.
    thread =
        Thread.ofPlatform()
            .name("search-index")
            .daemon()
            .start(() -> Actors.runAs(Actor.system("search"), this::keep));
  }

  @Override
  public void stop() {
    stopped.countDown();
    Thread running = thread;
    try {
      if (running != null && !running.join(STOPPING)) {
        LOG.warn("the search index is still being written; what is unfinished is done again");
      }
      close(index);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      thread = null;
      index = null;
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  private void keep() {
    Duration pause = PAUSE;
    boolean checked = false;
    while (!isStopped()) {
      try {
        SearchIndex open = current();
        var feed = new IndexFeed(open, sources, outbox, transactions);
        if (!checked) {
          bringInStep(feed);
          checked = true;
        }
        int applied = feed.apply();
        problem = "";
        pause = PAUSE;
        if (applied == 0) {
          await(pause);
        }
      } catch (IOException | RuntimeException e) {
        if (isStopped()) {
          return;
        }
        building = false;
        checked = false;
        problem = String.valueOf(e.getMessage());
        LOG.warn("the search index does not follow; trying again in {} ms", pause.toMillis(), e);
        await(pause);
        pause =
            pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0
                ? pause.multipliedBy(2)
                : LONGEST_PAUSE;
        reopen();
      }
    }
  }

  private void bringInStep(IndexFeed feed) throws IOException {
    if (feed.isInStep()) {
      return;
    }
    building = true;
    long begin = System.nanoTime();
    feed.build(() -> !isStopped());
    building = false;
    LOG.info(
        "search index built: {} documents in {} ms",
        current().size(),
        Duration.ofNanos(System.nanoTime() - begin).toMillis());
  }

  /// Forgets what was not committed; what could be found so far is found until the new one is open.
  private void reopen() {
    SearchIndex before = index;
    try {
      if (before != null) {
        before.stopWriting();
      }
      index = SearchIndex.open(folder);
      close(before);
    } catch (IOException | RuntimeException e) {
      problem = String.valueOf(e.getMessage());
      LOG.warn("the search index cannot be opened", e);
    }
  }

  private static void close(@Nullable SearchIndex open) {
    if (open != null) {
      try {
        open.close();
      } catch (IOException e) {
        LOG.warn("the search index did not close", e);
      }
    }
  }

  private SearchIndex current() {
    SearchIndex open = index;
    if (open == null) {
      throw new AlreadyClosedException("the node is stopping");
    }
    return open;
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
