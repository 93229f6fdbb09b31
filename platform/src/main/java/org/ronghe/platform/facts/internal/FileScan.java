package org.ronghe.platform.facts.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// The operator's virus scanner: a command that is given a file. Where none is configured, every
/// file is taken to be clean.
@Component
class FileScan {
  private static final Logger LOG = LoggerFactory.getLogger(FileScan.class);
  private static final long PATIENCE_SECONDS = 120;
  private static final int INFECTED = 1;

  private final List<String> command;

  FileScan(Environment environment) {
    String line = environment.getProperty("ronghe.attachment-scan", "").strip();
    this.command = line.isEmpty() ? List.of() : List.of(line.split("\\s+", -1));
  }

  /// What a scanner says.
  enum Verdict {
    CLEAN,
    INFECTED,
    /// It could not say: it failed, is not there, or took too long.
    UNKNOWN
  }

  Verdict scan(Path file) {
    if (command.isEmpty()) {
      return Verdict.CLEAN;
    }
    var whole = new ArrayList<>(command);
    whole.add(file.toAbsolutePath().toString());
    try {
      Process scanner =
          new ProcessBuilder(whole)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      scanner.getOutputStream().close();
      if (!scanner.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        scanner.destroyForcibly();
        LOG.warn("the scanner {} took longer than {} s", command.getFirst(), PATIENCE_SECONDS);
        return Verdict.UNKNOWN;
      }
      return verdict(scanner.exitValue());
    } catch (IOException e) {
      LOG.warn("the scanner {} cannot be started: {}", command.getFirst(), e.toString());
      return Verdict.UNKNOWN;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Verdict.UNKNOWN;
    }
  }

  private Verdict verdict(int exit) {
    return switch (exit) {
      case 0 -> Verdict.CLEAN;
      case INFECTED -> Verdict.INFECTED;
      default -> {
        LOG.warn("the scanner {} ended with {}", command.getFirst(), exit);
        yield Verdict.UNKNOWN;
      }
    };
  }
}
