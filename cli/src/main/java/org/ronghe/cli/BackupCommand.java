package org.ronghe.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ronghe.atlas.report.Json;
import org.ronghe.platform.configuration.NodeConfiguration;
import org.ronghe.platform.operations.Backup;
import org.ronghe.platform.operations.BackupManifest;
import org.ronghe.platform.operations.NodeDatabase;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `ronghe backup`: saves a node into one file, while it runs or not.
@Command(name = "backup")
final class BackupCommand implements Callable<Integer> {
  private final Console console;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Parameters(paramLabel = "FILE", descriptionKey = "ronghe.backup.file")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Path file;

  @Option(names = "--overwrite")
  private boolean overwrite;

  @Mixin
  @SuppressWarnings("UnusedVariable") // for the help
  private CommonOptions common = new CommonOptions();

  private BackupCommand(Console console) {
    this.console = console;
  }

  static CommandLine line(Console console) {
    return NodeOptions.addDatabaseTo(new CommandLine(new BackupCommand(console)), console);
  }

  @Override
  public Integer call() throws IOException, SQLException {
    NodeConfiguration configuration = NodeOptions.read(spec, console);
    BackupManifest manifest;
    try (var database = NodeDatabase.openExisting(configuration)) {
      manifest =
          new Backup(database.settings(), configuration.dataFolder(), Clock.systemUTC())
              .write(file, overwrite);
    }
    long bytes = Files.size(file);
    if (console.json()) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("file", file.toString());
      json.put("bytes", bytes);
      json.put("tables", manifest.tables().size());
      json.put("rows", manifest.rows());
      json.put("files", manifest.files().size());
      json.put("auditEntries", manifest.audit().entries());
      json.put("auditHash", manifest.audit().hash());
      console.out().println(Json.of(json));
    } else {
      console
          .out()
          .println(
              console
                  .messages()
                  .text(
                      "backup.done",
                      file,
                      bytes,
                      manifest.tables().size(),
                      manifest.rows(),
                      manifest.files().size()));
      console.out().println(console.messages().text("backup.keep"));
    }
    return ExitCode.OK;
  }
}
