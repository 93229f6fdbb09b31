package org.ronghe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.testkit.Project;

/// Does what `docs/tutorial/write-a-rulebook.md` tells a reader to do, in both languages: saves its
/// files, runs its commands, and holds what they print against the page.
class RulebookTutorialTest {
  private static final Pattern BLOCK =
      Pattern.compile("([^\\n]*)\\n\\n```(yaml|json|sh|text)\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern FILE = Pattern.compile("`([a-z0-9-]+\\.(?:yaml|json))`");

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  private Path folder;

  @Test
  void everyCommandPrintsWhatThePageSays() throws IOException {
    assertThat(followed("write-a-rulebook.md", Locale.ENGLISH)).isGreaterThanOrEqualTo(5);
    assertThat(followed("write-a-rulebook.zh.md", Locale.CHINESE)).isGreaterThanOrEqualTo(5);
  }

  /// How many commands were run.
  private int followed(String page, Locale language) throws IOException {
    var blocks = BLOCK.matcher(Project.read(Project.root().resolve("docs/tutorial").resolve(page)));
    String printed = "";
    int commands = 0;
    while (blocks.find()) {
      String text = blocks.group(3);
      switch (blocks.group(2)) {
        case "sh" -> {
          printed = run(text.strip(), language);
          commands++;
        }
        case "text" -> assertThat(printed).as(page).isEqualTo(text.strip());
        default -> Files.writeString(folder.resolve(fileNamed(blocks.group(1))), text);
      }
    }
    return commands;
  }

  private static String fileNamed(String sentence) {
    String last = "";
    var names = FILE.matcher(sentence);
    while (names.find()) {
      last = names.group(1);
    }
    assertThat(last).as("a file is named before its block: " + sentence).isNotEmpty();
    return last;
  }

  private String run(String command, Locale language) {
    assertThat(command).startsWith("./ronghe ");
    List<String> words = new ArrayList<>();
    for (String word : command.substring("./ronghe ".length()).split(" +", -1)) {
      Path file = folder.resolve(word);
      words.add(Files.exists(file) ? file.toString() : word);
    }
    var captured = Captured.run(language, words.toArray(String[]::new));
    return (captured.out() + captured.err()).replace(folder + "/", "").strip();
  }
}
