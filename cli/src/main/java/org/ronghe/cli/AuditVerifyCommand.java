package org.ronghe.cli;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ronghe.atlas.problem.ErrorCode;
import org.ronghe.atlas.problem.ProblemException;
import org.ronghe.atlas.report.Json;
import org.ronghe.platform.audit.AuditChain;
import org.ronghe.platform.audit.AuditChain.Broken;
import org.ronghe.platform.audit.AuditChain.Finding;
import org.ronghe.platform.audit.AuditChain.Noted;
import org.ronghe.platform.audit.AuditChain.Whole;
import org.ronghe.platform.database.Migrations;
import org.ronghe.platform.operations.NodeDatabase;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `ronghe audit verify`: finds a changed or missing entry of the audit log. Ends with 1 if there
/// is one.
@Command(name = "verify")
final class AuditVerifyCommand implements Callable<Integer> {
  private final Console console;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Option(names = "--noted", paramLabel = "NUMBER:HASH")
  private @Nullable String noted;

  @Mixin
  @SuppressWarnings("UnusedVariable") // for the help
  private CommonOptions common = new CommonOptions();

  private AuditVerifyCommand(Console console) {
    this.console = console;
  }

  static CommandLine line(Console console) {
    return NodeOptions.addDatabaseTo(new CommandLine(new AuditVerifyCommand(console)), console);
  }

  @Override
  public Integer call() throws IOException, SQLException {
    Noted before = noted == null ? null : noted(noted);
    try (var database = NodeDatabase.openExisting(NodeOptions.read(spec, console));
        Connection owner = database.settings().connectAsOwner()) {
      owner.setSchema(Migrations.SCHEMA);
      return say(AuditChain.check(owner, before));
    }
  }

  private int say(Finding finding) {
    Map<String, Object> json = new LinkedHashMap<>();
    String sentence =
        switch (finding) {
          case Whole(long entries, String hash) -> {
            json.put("whole", true);
            json.put("entries", entries);
            json.put("hash", hash);
            yield console.messages().text("audit.whole", Long.toString(entries), hash);
          }
          case Broken(long number, AuditChain.Break how) -> {
            String code = how.name().toLowerCase(Locale.ROOT).replace('_', '-');
            json.put("whole", false);
            json.put("number", number);
            json.put("how", code);
            yield console.messages().text("audit." + code, Long.toString(number));
          }
        };
    console.out().println(console.json() ? Json.of(json) : sentence);
    return finding instanceof Whole ? ExitCode.OK : ExitCode.FAILED;
  }

  private static Noted noted(String text) {
    if (!text.matches("[0-9]{1,18}:[0-9a-fA-F]{64}")) {
      throw new ProblemException(
          ErrorCode.OPTION_INVALID, "--noted", text, "NUMBER:HASH, as an earlier check printed it");
    }
    int colon = text.indexOf(':');
    return new Noted(Long.parseLong(text.substring(0, colon)), text.substring(colon + 1));
  }
}
