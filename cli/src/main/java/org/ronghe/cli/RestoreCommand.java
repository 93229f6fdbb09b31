package org.ronghe.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ronghe.atlas.report.Json;
import org.ronghe.platform.audit.AuditChain;
import org.ronghe.platform.configuration.NodeConfiguration;
import org.ronghe.platform.operations.BackupManifest;
import org.ronghe.platform.operations.NodeDatabase;
import org.ronghe.platform.operations.Restore;
import org.ronghe.platform.operations.Restore.Restored;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `ronghe restore`: brings a node back from a backup. Ends with 1 if the audit log that came with
/// it is broken.
@Command(name = "restore")
final class RestoreCommand implements Callable<Integer> {
  private final Console console;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Parameters(paramLabel = "FILE", descriptionKey = "ronghe.restore.file")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Path file;

  @Mixin
  @SuppressWarnings("UnusedVariable") // for the help
  private CommonOptions common = new CommonOptions();

  private RestoreCommand(Console console) {
    this.console = console;
  }

  static CommandLine line(Console console) {
    return NodeOptions.addDatabaseTo(new CommandLine(new RestoreCommand(console)), console);
  }

  @Override
  public Integer call() throws IOException, SQLException {
    NodeConfiguration configuration = NodeOptions.read(spec, console);
    Restored restored;
    try (var database = NodeDatabase.open(configuration)) {
      restored = new Restore(database.settings(), configuration.dataFolder()).from(file);
    }
    BackupManifest manifest = restored.manifest();
    boolean whole = restored.audit() instanceof AuditChain.Whole;
    if (console.json()) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("file", file.toString());
      json.put("savedAt", manifest.origin().at());
      json.put("tables", manifest.tables().size());
      json.put("rows", manifest.rows());
      json.put("files", manifest.files().size());
      json.put("auditWhole", whole);
      console.out().println(Json.of(json));
    } else {
      Messages messages = console.messages();
      console
          .out()
          .println(
              messages.text(
                  "restore.done",
                  manifest.origin().at(),
                  manifest.tables().size(),
                  manifest.rows(),
                  manifest.files().size()));
      if (!whole) {
        console.err().println(messages.text("restore.audit-broken"));
      }
    }
    return whole ? ExitCode.OK : ExitCode.FAILED;
  }
}
