package org.ronghe.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.ronghe.rules.book.Rulebook;
import org.ronghe.rules.book.RulebookReader;
import org.ronghe.rules.source.Problems;

/// The rulebooks that come with Ronghe.
public final class Rulebooks {
  private static final String INDEX = "rulebooks/index.txt";

  private Rulebooks() {}

  /// Their ids, in the order of the index.
  public static List<String> ids() {
    return resource(INDEX).lines().filter(line -> !line.isBlank()).map(String::strip).toList();
  }

  /// The text of the rulebook with that id.
  public static String text(String id) {
    return resource("rulebooks/" + id + ".yaml");
  }

  /// All of them, read; what is wrong with them stands in `problems`.
  public static List<Rulebook> read(Problems problems) {
    var rulebooks = new ArrayList<Rulebook>();
    for (var id : ids()) {
      RulebookReader.read(id + ".yaml", text(id), problems).ifPresent(rulebooks::add);
    }
    return rulebooks;
  }

  private static String resource(String resource) {
    try (var in = Rulebooks.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalArgumentException("no such rulebook: " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
