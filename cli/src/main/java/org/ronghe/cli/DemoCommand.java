package org.ronghe.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `ronghe demo`: a ranking from records made up after published totals, to see what comes out
/// before having any data.
@Command(name = "demo")
final class DemoCommand implements Callable<Integer> {
  private final Console console;

  @Option(names = "--out", paramLabel = "FOLDER")
  private Path out = Path.of("ronghe-demo");

  @Mixin private CommonOptions common = new CommonOptions();

  DemoCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    return Jobs.demo(out, common.threads(), console);
  }
}
