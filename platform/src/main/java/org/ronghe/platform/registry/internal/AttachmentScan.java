package org.ronghe.platform.registry.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Hands what is uploaded to the operator's virus scanner, where there is one: a program that reads
/// the file from its input and ends with 0 where it is clean (`clamdscan -`). Without the property
/// `ronghe.attachment-scan` nothing is scanned.
@Component
class AttachmentScan {
  private static final long PATIENCE_SECONDS = 120;

  private final List<String> command;

  AttachmentScan(Environment environment) {
    String line = environment.getProperty("ronghe.attachment-scan", "").strip();
    this.command = line.isEmpty() ? List.of() : List.of(line.split("\\s+", -1));
  }

  /// Lets clean content pass.
  ///
  /// @throws NodeProblem INPUT_INVALID if the scanner finds something, or cannot say
  void demandClean(InputStream content) {
    if (command.isEmpty()) {
      return;
    }
    try {
      Process scanner =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      try (var out = scanner.getOutputStream()) {
        content.transferTo(out);
      } catch (IOException e) {
        // It may have seen enough before the end; what it says counts.
        scanner.getOutputStream();
      }
      if (!scanner.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        scanner.destroyForcibly();
        throw refused();
      }
      if (scanner.exitValue() != 0) {
        throw refused();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the virus scanner " + command.getFirst(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw refused();
    }
  }

  private static NodeProblem refused() {
    return new NodeProblem(ProblemCode.INPUT_INVALID, Map.of("file", "registry.fault.scan"));
  }
}
