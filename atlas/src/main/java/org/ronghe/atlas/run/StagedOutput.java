package org.ronghe.atlas.run;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicBoolean;
import org.ronghe.atlas.problem.ErrorCode;
import org.ronghe.atlas.problem.FileTrouble;
import org.ronghe.atlas.problem.ProblemException;

/// A result that appears as a whole or not at all: it is written beside its place and renamed when
/// it is complete. An error, a kill by Ctrl-C or a `kill` leaves nothing behind.
///
/// ```
/// try (var staged = StagedOutput.folder(out)) {
///   writeInto(staged.path());
///   staged.commit();
/// }
/// ```
public final class StagedOutput implements AutoCloseable {
  /// A folder that holds this file was made by Ronghe and may be replaced by a newer result.
  public static final String MARK_OF_A_RESULT = "run.json";

  private static final AtomicBoolean INTERRUPTED = new AtomicBoolean();
  private static final int SWEEPS = 20;

  private final Path target;
  private final Path partial;
  private final boolean folder;
  private final Thread sweeper;
  private boolean finished;

  private StagedOutput(Path target, boolean folder) {
    this.target = target.toAbsolutePath().normalize();
    this.folder = folder;
    Path parent = this.target.getParent();
    if (parent == null) {
      throw new ProblemException(ErrorCode.OUTPUT_EXISTS, target);
    }
    this.partial =
        parent.resolve(
            "." + this.target.getFileName() + ".partial-" + ProcessHandle.current().pid());
    try {
      Files.createDirectories(parent);
      delete(partial);
      if (folder) {
        Files.createDirectory(partial);
      } else {
        Files.createFile(partial);
      }
    } catch (IOException e) {
      throw unwritable(target, e);
    }
    this.sweeper = Thread.ofPlatform().unstarted(this::sweep);
    try {
      Runtime.getRuntime().addShutdownHook(sweeper);
    } catch (IllegalStateException e) { // already going down
      sweep();
    }
  }

  /// A file to be written at `target`, replacing an older file there.
  ///
  /// @throws ProblemException OUTPUT_EXISTS if `target` is a folder, OUTPUT_UNWRITABLE if nothing
  ///   can be written beside it
  public static StagedOutput file(Path target) {
    if (Files.isDirectory(target)) {
      throw new ProblemException(ErrorCode.OUTPUT_EXISTS, target);
    }
    return new StagedOutput(target, false);
  }

  /// A folder to be written at `target`, replacing an empty folder or an older result there.
  ///
  /// @throws ProblemException OUTPUT_EXISTS if there is something else, OUTPUT_UNWRITABLE if
  ///   nothing can be written beside it
  public static StagedOutput folder(Path target) {
    if (Files.exists(target) && !isReplaceable(target)) {
      throw new ProblemException(ErrorCode.OUTPUT_EXISTS, target);
    }
    return new StagedOutput(target, true);
  }

  /// True once the process was asked to stop: results are being removed, so whatever fails from now
  /// on fails because of that.
  public static boolean interrupted() {
    return INTERRUPTED.get();
  }

  /// Where to write: a file or folder beside the result's place.
  public Path path() {
    return partial;
  }

  /// Puts the result in its place.
  ///
  /// @throws ProblemException OUTPUT_UNWRITABLE if it cannot be put there
  public void commit() {
    try {
      if (folder && Files.exists(target)) {
        replaceFolder();
      } else {
        move(partial, target);
      }
    } catch (IOException e) {
      throw unwritable(target, e);
    }
    finish();
  }

  /// Removes what was written unless it was committed.
  @Override
  public void close() {
    if (!finished) {
      try {
        delete(partial);
      } catch (IOException e) {
        throw unwritable(partial, e);
      } finally {
        finish();
      }
    }
  }

  private void finish() {
    finished = true;
    try {
      Runtime.getRuntime().removeShutdownHook(sweeper);
    } catch (IllegalStateException e) {
      // Going down already; the sweeper finds nothing to sweep.
    }
  }

  private void replaceFolder() throws IOException {
    Path old = partial.resolveSibling(partial.getFileName() + "-old");
    move(target, old);
    try {
      move(partial, target);
    } catch (IOException e) {
      move(old, target);
      throw e;
    }
    delete(old);
  }

  /// Runs while the process goes down. Other threads may still be writing into the folder, so it
  /// tries again until it is gone.
  private void sweep() {
    INTERRUPTED.set(true);
    for (int i = 0; i < SWEEPS; i++) {
      try {
        delete(partial);
        return;
      } catch (IOException e) {
        Thread.onSpinWait();
      }
    }
  }

  private static boolean isReplaceable(Path target) {
    if (!Files.isDirectory(target)) {
      return false;
    }
    try (var files = Files.list(target)) {
      return Files.exists(target.resolve(MARK_OF_A_RESULT)) || files.findAny().isEmpty();
    } catch (IOException e) {
      throw unwritable(target, e);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void delete(Path path) throws IOException {
    if (!Files.exists(path, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (var files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (java.io.UncheckedIOException e) {
      throw e.getCause();
    } catch (NoSuchFileException e) {
      // Somebody else was quicker.
    }
  }

  private static ProblemException unwritable(Path target, IOException e) {
    return new ProblemException(ErrorCode.OUTPUT_UNWRITABLE, target, FileTrouble.of(e));
  }
}
