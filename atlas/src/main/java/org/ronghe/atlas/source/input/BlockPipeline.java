package org.ronghe.atlas.source.input;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.ronghe.atlas.problem.ProblemException;

/// Files → blocks of lines → results, in the order of the files whatever the number of threads.
///
/// Each file is unpacked by one thread at a time, several files and the parsing of blocks go on
/// side by side. Only a few blocks are under way at once, so memory does not depend on the input's
/// size: about `3 × threads × 4 MB`, more only for longer lines, and the results of at most `9 ×
/// threads + 1` blocks.
public final class BlockPipeline {
  /// Bytes of text a block has, unless a line is longer.
  static final int BLOCK_BYTES = 4 << 20;

  private BlockPipeline() {}

  /// Reads `files` to their end.
  ///
  /// @param threads how many threads unpack and parse, at least 1; with 1 all is done on the
  ///   calling thread
  /// @param parsers makes a parser for each thread
  /// @param inOrder takes the results on the calling thread, in the order of the blocks
  /// @return the files with their digests, in the same order
  /// @throws ProblemException if a file cannot be opened or read, or is packed in an unknown way
  /// @throws InterruptedException if the calling thread is interrupted; all threads have ended then
  public static <R> List<InputRead> run(
      List<InputFile> files,
      int threads,
      Supplier<? extends BlockParser<R>> parsers,
      Consumer<? super R> inOrder,
      Progress progress)
      throws InterruptedException {
    return run(files, threads, parsers, inOrder, progress, BLOCK_BYTES, true);
  }

  /// As [#run], but the digests stay empty, which nearly halves the time for files that are not
  /// packed: for those who look through files and keep no record of them.
  public static <R> List<InputRead> look(
      List<InputFile> files,
      int threads,
      Supplier<? extends BlockParser<R>> parsers,
      Consumer<? super R> inOrder,
      Progress progress)
      throws InterruptedException {
    return run(files, threads, parsers, inOrder, progress, BLOCK_BYTES, false);
  }

  /// The first lines of `file`, about `bytes` of text, for a look at what it is; a block without
  /// lines if there are none.
  ///
  /// @throws ProblemException if the file cannot be opened or read, or is packed in an unknown way
  public static Block head(InputFile file, int bytes) {
    try (var blocks = new FileBlocks(file, bytes, false)) {
      var block = blocks.next(new byte[bytes]);
      return block == null ? new Block(file, new byte[Block.PADDING], 0, 0, "") : block;
    }
  }

  static <R> List<InputRead> run(
      List<InputFile> files,
      int threads,
      Supplier<? extends BlockParser<R>> parsers,
      Consumer<? super R> inOrder,
      Progress progress,
      int blockBytes)
      throws InterruptedException {
    return run(files, threads, parsers, inOrder, progress, blockBytes, true);
  }

  private static <R> List<InputRead> run(
      List<InputFile> files,
      int threads,
      Supplier<? extends BlockParser<R>> parsers,
      Consumer<? super R> inOrder,
      Progress progress,
      int blockBytes,
      boolean digested)
      throws InterruptedException {
    if (threads < 1) {
      throw new IllegalArgumentException(threads + " threads");
    }
    // An unknown file must stop the run before hours of work on the others.
    files.forEach(Packing::of);
    return threads == 1
        ? alone(files, parsers.get(), inOrder, progress, blockBytes, digested)
        : new ParallelRun<R>(files, threads, parsers, inOrder, progress, blockBytes, digested)
            .run();
  }

  private static <R> List<InputRead> alone(
      List<InputFile> files,
      BlockParser<R> parser,
      Consumer<? super R> inOrder,
      Progress progress,
      int blockBytes,
      boolean digested)
      throws InterruptedException {
    long total = files.stream().mapToLong(InputFile::bytes).sum();
    long before = 0;
    var read = new ArrayList<InputRead>();
    var buffer = new byte[blockBytes];
    for (var file : files) {
      try (var blocks = new FileBlocks(file, blockBytes, digested)) {
        long done = before;
        for (var block = blocks.next(buffer); block != null; block = blocks.next(buffer)) {
          if (Thread.interrupted()) {
            throw new InterruptedException();
          }
          inOrder.accept(parser.parse(block));
          done += block.bytesOnDisk();
          progress.at(done, total);
        }
        read.add(blocks.read());
      }
      before += file.bytes();
      progress.at(before, total);
    }
    return read;
  }
}
