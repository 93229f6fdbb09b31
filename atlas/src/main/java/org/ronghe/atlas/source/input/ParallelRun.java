package org.ronghe.atlas.source.input;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One run of the pipeline on several threads.
///
/// Every file is a lane. A worker takes the next block of the first lane that has not ended (one
/// worker a lane at a time), else a block that waits to be parsed, the earliest in the files' order
/// first, else the next block of a later lane, so that nobody waits for a file that is slow to
/// unpack. Results wait in their lane until the calling thread has taken all before them.
///
/// Later lanes may take places only while fewer than `limit` blocks are under way, the first has
/// some more for itself: so it is unpacked and parsed at full speed however far the others are, and
/// always may have one, so that the run cannot stand still.
final class ParallelRun<R> {
  private static final Comparator<Step<?>> EARLIEST =
      Comparator.<Step<?>>comparingInt(step -> step.lane).thenComparingInt(step -> step.number);

  private final Supplier<? extends BlockParser<R>> parsers;
  private final Consumer<? super R> inOrder;
  private final Progress progress;
  private final int blockBytes;
  private final boolean digested;
  private final int threads;
  private final int limit;
  private final int limitOfFirst;
  private final long totalBytes;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  // All below is guarded by the lock.
  private final List<Lane<R>> lanes = new ArrayList<>();
  private final PriorityQueue<Step<R>> unparsed = new PriorityQueue<>(EARLIEST);
  private final Deque<byte[]> buffers = new ArrayDeque<>();
  private int head;
  private int underWay;
  private boolean stopped;
  private @Nullable Throwable failure;

  ParallelRun(
      List<InputFile> files,
      int threads,
      Supplier<? extends BlockParser<R>> parsers,
      Consumer<? super R> inOrder,
      Progress progress,
      int blockBytes,
      boolean digested) {
    this.parsers = parsers;
    this.inOrder = inOrder;
    this.progress = progress;
    this.blockBytes = blockBytes;
    this.digested = digested;
    this.threads = threads;
    limit = 8 * threads;
    limitOfFirst = limit + threads + 1;
    for (var file : files) {
      lanes.add(new Lane<>(lanes.size(), file));
    }
    totalBytes = files.stream().mapToLong(InputFile::bytes).sum();
  }

  List<InputRead> run() throws InterruptedException {
    var workers = new ArrayList<Thread>();
    for (int i = 1; i <= threads; i++) {
      workers.add(Thread.ofPlatform().daemon().name("ronghe-read-" + i).start(this::work));
    }
    try {
      deliver();
    } finally {
      stop();
      join(workers);
      lanes.forEach(Lane::close);
    }
    var read = new ArrayList<InputRead>();
    for (var lane : lanes) {
      read.add(Objects.requireNonNull(lane.read, lane.file.name()));
    }
    return read;
  }

  // ---- the calling thread --------------------------------------------------------------------

  private void deliver() throws InterruptedException {
    long done = 0;
    for (var step = nextDone(); step != null; step = nextDone()) {
      inOrder.accept(step.result());
      done += step.bytesOnDisk;
      progress.at(done, totalBytes);
      lock.lock();
      try {
        underWay--;
        changed.signalAll();
      } finally {
        lock.unlock();
      }
    }
    progress.at(totalBytes, totalBytes);
  }

  /// The next step in order, once it is done; null when all files have been delivered.
  private @Nullable Step<R> nextDone() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (true) {
        rethrow(failure);
        if (head == lanes.size()) {
          return null;
        }
        var lane = lanes.get(head);
        var step = lane.steps.peek();
        if (step != null && step.result != null) {
          lane.steps.remove();
          return step;
        }
        if (step == null && lane.read != null) {
          head++;
          changed.signalAll();
          continue;
        }
        changed.await();
      }
    } finally {
      lock.unlock();
    }
  }

  private static void rethrow(@Nullable Throwable failure) {
    switch (failure) {
      case null -> {}
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      default -> throw new IllegalStateException(failure);
    }
  }

  private void stop() {
    lock.lock();
    try {
      stopped = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Waits for the workers even when interrupted: each ends after the block it is at.
  private static void join(List<Thread> workers) {
    boolean interrupted = false;
    for (var worker : workers) {
      while (worker.isAlive()) {
        try {
          worker.join();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  // ---- workers -------------------------------------------------------------------------------

  private void work() {
    try {
      var parser = parsers.get();
      for (var task = take(); task != null; task = take()) {
        task.run(parser);
      }
    } catch (Throwable e) { // whatever it is, the calling thread must hear of it
      lock.lock();
      try {
        failure = failure == null ? e : failure;
        stopped = true;
        changed.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }

  private interface Task<R> {
    void run(BlockParser<R> parser);
  }

  /// What to do next; null when there will be nothing more.
  private @Nullable Task<R> take() {
    lock.lock();
    try {
      while (true) {
        if (stopped || head == lanes.size()) {
          return null;
        }
        var first = unparsed.size() < threads ? firstLane() : null;
        if (first != null) {
          return reading(first);
        }
        var step = unparsed.poll();
        if (step != null) {
          return parser -> parse(step, parser);
        }
        var later = laterLane();
        if (later != null) {
          return reading(later);
        }
        changed.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
    }
  }

  private Task<R> reading(Lane<R> lane) {
    lane.busy = true;
    underWay++;
    var buffer = buffers.isEmpty() ? new byte[blockBytes] : buffers.pop();
    return _ -> read(lane, buffer);
  }

  /// The first lane that has not ended, if it can be read now.
  private @Nullable Lane<R> firstLane() {
    int i = firstUnread();
    if (i == lanes.size()) {
      return null;
    }
    var lane = lanes.get(i);
    boolean place = underWay < limitOfFirst || (i == head && lane.steps.isEmpty());
    return place && !lane.busy ? lane : null;
  }

  private @Nullable Lane<R> laterLane() {
    int first = firstUnread();
    for (int i = first + 1; i < lanes.size() && i < first + threads; i++) {
      var lane = lanes.get(i);
      if (underWay < limit && !lane.busy && lane.read == null) {
        return lane;
      }
    }
    return null;
  }

  private int firstUnread() {
    int i = head;
    while (i < lanes.size() && lanes.get(i).read != null) {
      i++;
    }
    return i;
  }

  private void read(Lane<R> lane, byte[] buffer) {
    var blocks = lane.open(blockBytes, digested);
    var block = blocks.next(buffer);
    var whole = block == null ? blocks.read() : null;
    if (whole != null) {
      lane.close();
    }
    lock.lock();
    try {
      lane.busy = false;
      if (block == null) {
        lane.read = whole;
        underWay--;
        recycle(buffer);
      } else {
        var step = new Step<R>(lane.number, lane.blocks++, block);
        lane.steps.add(step);
        unparsed.add(step);
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void parse(Step<R> step, BlockParser<R> parser) {
    var block = step.takeBlock();
    R result = parser.parse(block);
    lock.lock();
    try {
      step.result = result;
      recycle(block.bytes());
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void recycle(byte[] buffer) {
    if (buffer.length == blockBytes) {
      buffers.push(buffer);
    }
  }

  // ---- state ---------------------------------------------------------------------------------

  private static final class Lane<R> {
    final int number;
    final InputFile file;
    final Deque<Step<R>> steps = new ArrayDeque<>();
    int blocks;
    boolean busy;
    @Nullable InputRead read;
    private @Nullable FileBlocks open;

    Lane(int number, InputFile file) {
      this.number = number;
      this.file = file;
    }

    FileBlocks open(int blockBytes, boolean digested) {
      var blocks = open;
      if (blocks == null) {
        blocks = new FileBlocks(file, blockBytes, digested);
        open = blocks;
      }
      return blocks;
    }

    void close() {
      if (open != null) {
        open.close();
        open = null;
      }
    }
  }

  private static final class Step<R> {
    final int lane;
    final int number;
    final long bytesOnDisk;
    private @Nullable Block block;
    @Nullable R result;

    Step(int lane, int number, Block block) {
      this.lane = lane;
      this.number = number;
      this.block = block;
      bytesOnDisk = block.bytesOnDisk();
    }

    Block takeBlock() {
      var taken = Objects.requireNonNull(block);
      block = null;
      return taken;
    }

    R result() {
      return Objects.requireNonNull(result);
    }
  }
}
