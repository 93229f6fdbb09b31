package org.ronghe.atlas.source.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class BlockPipelineTest {
  @TempDir Path folder;

  @Test
  void handsOutTheFilesInOrderWhateverTheThreads() {
    long seed = new Random().nextLong();
    var random = new Random(seed);
    var paths = new Path[12];
    var expected = new StringBuilder();
    for (int i = 0; i < paths.length; i++) {
      var text = new StringBuilder();
      for (int line = random.nextInt(600); line >= 0; line--) {
        int length = random.nextInt(100) == 0 ? 5000 : random.nextInt(80);
        text.append(i).append(':').append("x".repeat(length)).append('\n');
      }
      expected.append(i == 5 ? "" : text);
      byte[] bytes = i % 3 == 0 ? Texts.utf8(text.toString()) : Texts.gzip(text.toString());
      paths[i] = Texts.write(folder.resolve("f" + i), i == 5 ? new byte[0] : bytes);
    }
    var one = Texts.read(1, 1 << 10, paths);
    assertThat(one.text()).as("seed %d", seed).isEqualTo(expected.toString());
    for (int threads : new int[] {2, 3, 4, 9}) {
      var several = Texts.read(threads, 1 << 10, paths);
      assertThat(several).as("seed %d, %d threads", seed, threads).isEqualTo(one);
    }
    assertThat(Texts.read(2, 1 << 22, paths).text()).isEqualTo(expected.toString());
  }

  @Test
  void readsLinesLongerThanABlock() {
    var text = "a\n" + "b".repeat(300_000) + "\nc\n" + "d".repeat(70_000);
    var file = Texts.write(folder.resolve("long"), Texts.gzip(text));
    for (int threads = 1; threads < 4; threads++) {
      assertThat(Texts.read(threads, 64, file).text()).isEqualTo(text + "\n");
    }
  }

  @Test
  void keepsFewBlocksUnderWay() throws InterruptedException {
    var file = Texts.write(folder.resolve("many"), Texts.utf8("0123456789\n".repeat(20_000)));
    var other = Texts.write(folder.resolve("other"), Texts.utf8("0123456789\n".repeat(20_000)));
    var made = new AtomicInteger();
    var taken = new AtomicInteger();
    var most = new AtomicInteger();
    BlockPipeline.run(
        InputFiles.resolve(List.of(file.toString(), other.toString())),
        3,
        () ->
            block -> {
              most.accumulateAndGet(made.incrementAndGet() - taken.get(), Math::max);
              return block.length();
            },
        length -> taken.incrementAndGet(),
        Progress.NONE,
        256);
    assertThat(taken.get()).isGreaterThan(800).isEqualTo(made.get());
    assertThat(most.get()).isLessThanOrEqualTo(9 * 3 + 1);
  }

  @Test
  void tellsProgressOnDisk() throws InterruptedException {
    var file = Texts.write(folder.resolve("a.gz"), Texts.gzip("line\n".repeat(50_000)));
    var files = InputFiles.resolve(List.of(file.toString()));
    for (int threads = 1; threads < 3; threads++) {
      var seen = new ArrayList<Long>();
      var caller = Thread.currentThread();
      BlockPipeline.run(
          files,
          threads,
          () -> Block::length,
          length -> {},
          (done, total) -> {
            assertThat(Thread.currentThread()).isSameAs(caller);
            assertThat(total).isEqualTo(files.getFirst().bytes());
            seen.add(done);
          },
          1 << 12);
      assertThat(seen).isSorted().last().isEqualTo(files.getFirst().bytes());
    }
  }

  @Test
  void passesOnWhatParserOrConsumerThrow() {
    var file = Texts.write(folder.resolve("a"), Texts.utf8("line\n".repeat(5_000)));
    var files = InputFiles.resolve(List.of(file.toString()));
    for (int threads = 1; threads < 4; threads++) {
      int n = threads;
      assertThatThrownBy(() ->
              BlockPipeline.<Integer>run(
                  files,
                  n,
                  () ->
                      block -> {
                        throw new IllegalStateException("parser");
                      },
                  length -> {},
                  Progress.NONE,
                  256))
          .hasMessage("parser");
      assertThatThrownBy(() ->
              BlockPipeline.run(
                  files,
                  n,
                  () -> Block::length,
                  length -> {
                    throw new AssertionError("consumer");
                  },
                  Progress.NONE,
                  256))
          .hasMessage("consumer");
    }
    assertThat(threadsLeft()).isZero();
  }

  @Test
  void endsWhenInterrupted() throws InterruptedException {
    var file = Texts.write(folder.resolve("a"), Texts.utf8("line\n".repeat(50_000)));
    var files = InputFiles.resolve(List.of(file.toString()));
    for (int threads = 1; threads < 4; threads++) {
      int n = threads;
      var begun = new CountDownLatch(1);
      var ended = new AtomicReference<Throwable>();
      var runner =
          Thread.ofPlatform()
              .start(() -> {
                try {
                  BlockPipeline.run(
                      files,
                      n,
                      () -> Block::length,
                      length -> {
                        begun.countDown();
                        Thread.onSpinWait();
                      },
                      (done, total) -> slowly(),
                      256);
                } catch (Throwable e) { // the test looks at whatever it is
                  ended.set(e);
                }
              });
      begun.await();
      runner.interrupt();
      runner.join();
      assertThat(ended.get()).isInstanceOf(InterruptedException.class);
      assertThat(threadsLeft()).isZero();
    }
  }

  @Test
  void wantsAThread() {
    assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> Texts.read(0, 256));
    assertThat(Texts.read(2, 256).read()).isEmpty();
  }

  /// Busy for about a millisecond, without hearing an interruption.
  private static void slowly() {
    long until = System.nanoTime() + 1_000_000;
    while (System.nanoTime() < until) {
      Thread.onSpinWait();
    }
  }

  private static long threadsLeft() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("ronghe-read-"))
        .count();
  }

  @Test
  void looksWithoutDigests() throws InterruptedException {
    var file = Texts.write(folder.resolve("looked.gz"), Texts.gzip("line\n".repeat(50_000)));
    var files = InputFiles.resolve(List.of(file.toString()));
    for (int threads = 1; threads < 3; threads++) {
      var bytes = new AtomicInteger();
      var looked =
          BlockPipeline.look(files, threads, () -> Block::length, bytes::addAndGet, Progress.NONE);
      assertThat(bytes).hasValue(250_000);
      assertThat(looked).extracting(InputRead::sha256).containsExactly("");
    }
  }
}
