package org.ronghe.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.ronghe.atlas.problem.ErrorText;
import org.ronghe.atlas.problem.Reject;

/// Where a command prints and in which language.
///
/// @param out results
/// @param err everything that is said about the work: progress, problems
/// @param locale English or Chinese
/// @param json whether results and problems are printed as JSON
/// @param terminal whether `err` is a terminal, so that a progress line makes sense
/// @param columns width of the terminal that results are printed to, 0 if they go elsewhere
record Console(
    PrintStream out, PrintStream err, Locale locale, boolean json, boolean terminal, int columns) {

  /// The console of this process. Language and form are needed before the options are parsed, since
  /// the help and the problems of parsing are printed in them too.
  static Console ofProcess(List<String> arguments) {
    return new Console(
        stream(FileDescriptor.out, "stdout.encoding"),
        stream(FileDescriptor.err, "stderr.encoding"),
        locale(arguments),
        arguments.contains("--json"),
        Boolean.getBoolean("ronghe.terminal"),
        Integer.getInteger("ronghe.columns", 0));
  }

  /// The language asked for by `--lang`, else the one the launcher found in the environment.
  static Locale locale(List<String> arguments) {
    String language = System.getProperty("ronghe.language", Locale.getDefault().getLanguage());
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (argument.equals("--")) {
        break;
      }
      if (argument.equals("--lang") && i + 1 < arguments.size()) {
        language = arguments.get(i + 1);
      } else if (argument.startsWith("--lang=")) {
        language = argument.substring("--lang=".length());
      }
    }
    return language.toLowerCase(Locale.ROOT).startsWith("zh") ? Locale.CHINESE : Locale.ENGLISH;
  }

  /// The texts of this console's language.
  Messages messages() {
    return Messages.of(locale);
  }

  /// The field and value of a reject, as one text.
  String where(Reject reject) {
    String value = messages().text("reject.value", reject.value());
    return reject.field().isEmpty() ? value : reject.field() + " " + value;
  }

  /// The sentences of errors in this console's language.
  ErrorText errorText() {
    return ErrorText.of(locale);
  }

  /// A stream in the terminal's encoding. Where the system claims ASCII, as it does without a
  /// locale, UTF-8 is right far more often, and Chinese would be lost otherwise.
  private static PrintStream stream(FileDescriptor descriptor, String property) {
    Charset claimed = Charset.forName(System.getProperty(property, "UTF-8"));
    Charset charset = claimed.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : claimed;
    return new PrintStream(new FileOutputStream(descriptor), true, charset);
  }
}
