package org.ronghe.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.ronghe.atlas.method.Methods;
import org.ronghe.atlas.problem.ErrorCode;
import org.ronghe.atlas.problem.ErrorText;
import org.ronghe.atlas.problem.RejectCode;
import org.ronghe.match.problem.MatchCode;
import org.ronghe.match.problem.MatchProblem;
import org.ronghe.platform.problem.OperatorCode;
import org.ronghe.platform.problem.OperatorProblem;
import org.ronghe.platform.text.Language;
import picocli.CommandLine;

/// The pages of `docs/reference` that the code itself knows best.
final class ReferencePages {
  private static final String GENERATED =
      "<!-- Generated from the code; AGENTS.md says how to renew it. -->\n\n";
  private static final ErrorText CHINESE = ErrorText.of(Locale.CHINESE);
  private static final Object[] PLACES = {"A", "B", "C", "D"};

  private ReferencePages() {}

  /// File name → text.
  static Map<String, String> all() {
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("cli.md", GENERATED + commands());
    pages.put("exit-codes.md", GENERATED + exitCodes());
    pages.put("errors.md", GENERATED + errors());
    pages.put("methods.md", GENERATED + methods());
    return pages;
  }

  private static String commands() {
    var page = new StringBuilder("# Commands · 命令\n");
    page.append(
        """

        Every command takes `--json`, `--threads`, `--lang`, `--help` and `--version`. \
        [Exit codes](exit-codes.md) and [errors](errors.md) have pages of their own.
        每个命令都有 `--json`、`--threads`、`--lang`、`--help`、`--version`。\
        [退出码](exit-codes.md)和[错误](errors.md)另有说明。

        The launcher reads three environment variables: `RONGHE_HEAP` (most memory for the heap, \
        such as `4g`; default: half of the machine's), `RONGHE_JDK_FOLDERS` (folders to look for a \
        JDK in) and `RONGHE_JAVA_OPTS` (further options for the JVM).
        """);
    describe(line(Locale.ENGLISH), line(Locale.CHINESE), page);
    return page.toString();
  }

  private static void describe(CommandLine english, CommandLine chinese, StringBuilder page) {
    if (english.getCommandSpec().usageMessage().hidden()) {
      return;
    }
    page.append("\n## ").append(english.getCommandSpec().qualifiedName()).append("\n\n");
    page.append("```text\n").append(usage(english)).append("```\n\n");
    page.append("```text\n").append(usage(chinese)).append("```\n");
    english.getSubcommands().forEach((name, sub) -> describe(sub, subcommand(chinese, name), page));
  }

  private static CommandLine subcommand(CommandLine line, String name) {
    return Objects.requireNonNull(line.getSubcommands().get(name));
  }

  private static String usage(CommandLine line) {
    return line.getUsageMessage()
        .lines()
        .map(String::stripTrailing)
        .reduce("", (a, b) -> a + b + "\n");
  }

  private static CommandLine line(Locale locale) {
    var silent = new PrintStream(PrintStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    var console = new Console(silent, silent, locale, false, false, 0);
    return Ronghe.commandLine(console, new ProblemEdge(console));
  }

  private static String exitCodes() {
    var page = new StringBuilder("# Exit codes · 退出码\n\n| code | meaning | 含义 |\n|---|---|---|\n");
    row(page, ExitCode.OK, "Done.", "完成。");
    row(
        page,
        ExitCode.FAILED,
        "Failed: an input or the environment was not as it must be, or a bug of Ronghe.",
        "失败：输入或环境不符合要求，或软件缺陷。");
    row(
        page,
        ExitCode.USAGE,
        "Called in a way the command does not understand; or the launcher found no JDK.",
        "用法错误；或启动器找不到 JDK。");
    row(
        page,
        ExitCode.REJECTS,
        "Done and the result is written, but more records were rejected than `--max-rejects`"
            + " allows.",
        "已完成并写出结果，但被拒记录超过 `--max-rejects`。");
    row(
        page,
        ExitCode.INTERRUPTED,
        "Stopped by Ctrl-C; nothing half-written stays.",
        "被 Ctrl-C 中止；不留下半成品。");
    page.append("\nWith `--json` a failure prints ")
        .append("`{\"problem\":{\"code\":…,\"message\":…,\"exitCode\":…}}` on standard output.\n");
    return page.toString();
  }

  private static String errors() {
    var page = new StringBuilder("# Errors and rejects · 错误与拒收\n");
    page.append(
        """

        Codes are stable; sentences may be reworded. A, B, C, D stand for the values named.
        代码保持稳定，文字可能调整。A、B、C、D 代表具体的值。

        ## Errors · 错误

        The command ends with the exit code. 命令以该退出码结束。

        | code | exit | English | 中文 |
        |---|---|---|---|
        """);
    for (ErrorCode code : ErrorCode.values()) {
      row(
          page,
          "`" + code.code() + "`",
          code.exitCode(),
          ErrorText.ENGLISH.sentence(code, List.of(PLACES)),
          CHINESE.sentence(code, List.of(PLACES)));
    }
    for (OperatorCode code : OperatorCode.values()) {
      // Where the first value is a number, it chooses between singular and plural.
      boolean counts = code == OperatorCode.CONFIGURATION_INVALID;
      var problem = counts ? new OperatorProblem(code, 2, " B") : new OperatorProblem(code, PLACES);
      row(
          page,
          "`" + code.code() + "`",
          code.exitCode(),
          problem.sentence(Language.ENGLISH),
          problem.sentence(Language.CHINESE));
    }
    for (MatchCode code : MatchCode.values()) {
      var problem = new MatchProblem(code, PLACES);
      row(
          page,
          "`" + code.code() + "`",
          code.exitCode(),
          problem.sentence(Locale.ENGLISH),
          problem.sentence(Locale.CHINESE));
    }
    for (String code : List.of("file-system", "out-of-memory", "bug")) {
      Object[] values = code.equals("out-of-memory") ? new Object[] {1024} : PLACES;
      row(
          page,
          "`" + code + "`",
          ExitCode.FAILED,
          Messages.of(Locale.ENGLISH).text("problem." + code, values),
          Messages.of(Locale.CHINESE).text("problem." + code, values));
    }
    row(
        page,
        "`usage`",
        ExitCode.USAGE,
        "Names the option or word and the nearest known one.",
        "指出写错的选项或词以及最接近的写法。");
    page.append(
        """

        ## Rejects · 拒收

        Bad data stops nothing: each case is a line of `rejects.jsonl` with file, line, field, \
        value, code and remedy.
        坏数据不会中断运行：每一处都是 `rejects.jsonl` 中的一行，含文件、行号、字段、值、代码和处理办法。

        | code | counts against `--max-rejects` | English | 中文 |
        |---|---|---|---|
        """);
    for (RejectCode code : RejectCode.values()) {
      row(
          page,
          "`" + code.code() + "`",
          code.countsAgainstLimit() ? "yes 是" : "no 否",
          ErrorText.ENGLISH.remedy(code),
          CHINESE.remedy(code));
    }
    return page.toString();
  }

  private static String methods() {
    var page = new StringBuilder("# Methods · 方法\n");
    page.append(
        """

        `ronghe rank --method ID` takes one of these; a YAML file of your own may say \
        `based-on: ID` and state only what differs. "not confirmed" means that no text at hand \
        states the value; the report prints which ones these are.
        `ronghe rank --method ID` 可用以下方法；自己的 YAML 文件可写 `based-on: ID`，只列出不同之处。\
        “not confirmed”表示现有文献未说明该值，报告中会列出。
        """);
    for (String id : Methods.IDS) {
      var method = Methods.of(id);
      page.append("\n## ").append(id).append("\n\n");
      page.append(method.title().english()).append(" · ").append(method.title().chinese());
      page.append("\n\n| value | is | source |\n|---|---|---|\n");
      for (var value : method.values()) {
        row(
            page,
            "`" + value.name() + "`",
            value.value(),
            value.unconfirmed() ? "**not confirmed** 未经证实" : value.source());
      }
    }
    return page.toString();
  }

  private static void row(StringBuilder page, Object... cells) {
    for (Object cell : cells) {
      page.append("| ").append(String.valueOf(cell).replace("|", "\\|").replace("\n", " "));
      page.append(' ');
    }
    page.append("|\n");
  }
}
