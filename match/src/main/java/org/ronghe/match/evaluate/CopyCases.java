package org.ronghe.match.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.ronghe.match.duplicate.Duplicate;
import org.ronghe.match.duplicate.DuplicateFinder;
import org.ronghe.match.duplicate.DuplicateFinder.Text;
import org.ronghe.match.duplicate.RewordedCopies;
import org.ronghe.match.duplicate.RewordedCopy;
import org.ronghe.match.search.Engine;
import org.ronghe.match.source.RecordFile;

/// Copies made for measuring: halves hidden in other texts, texts reworded, texts in two languages.
final class CopyCases {
  private static final long SEED = 5;

  /// Sentences of a text that is put together of neighbouring ones.
  private static final int SENTENCES = 5;

  private CopyCases() {}

  /// Of the first third of the abstracts, half of each, from anywhere in it, is put into the middle
  /// of one of the second third; all are compared with all. A hit is false if the pair shares
  /// nothing that was put there.
  static Map<String, String> halves(Path file) throws IOException {
    List<String> abstracts = abstracts(file);
    int third = abstracts.size() / 3;
    var random = new SplittableRandom(SEED);
    List<Text> texts = named("a", abstracts);
    for (int i = 0; i < third; i++) {
      String source = abstracts.get(i);
      String host = abstracts.get(third + i);
      int half = source.length() / 2;
      int from = random.nextInt(source.length() - half + 1);
      int at = random.nextInt(host.length());
      texts.add(
          new Text(
              "m" + i,
              host.substring(0, at) + source.substring(from, from + half) + host.substring(at)));
    }
    int found = 0;
    int wrong = 0;
    for (Duplicate duplicate : DuplicateFinder.find(texts)) {
      if (!duplicate.second().startsWith("m")) {
        continue; // two originals: nobody knows whether that is right
      }
      int made = Integer.parseInt(duplicate.second().substring(1));
      if (duplicate.first().equals("a" + made)) {
        found++;
      } else if (!duplicate.first().equals("a" + (third + made))) {
        wrong++;
      }
    }
    return figures(found, wrong, third);
  }

  /// Every third abstract again with its words replaced by others of the same first meaning in the
  /// dictionary, as far as they have one.
  static Map<String, String> reworded(Engine engine, Path file) throws IOException {
    List<String> abstracts = abstracts(file);
    List<Text> texts = named("a", abstracts);
    int third = abstracts.size() / 3;
    for (int i = 0; i < third; i++) {
      texts.add(new Text("m" + i, engine.bridge().reworded(abstracts.get(i))));
    }
    return figures(engine, texts, third);
  }

  /// Five neighbouring sentences of the news in Chinese, and their translation by people.
  static Map<String, String> translated(Engine engine, Path file) throws IOException {
    var texts = new ArrayList<Text>();
    var english = new ArrayList<Text>();
    var records = RecordFile.read(file);
    int made = records.size() / SENTENCES;
    for (int i = 0; i < made; i++) {
      var one = new StringBuilder();
      var other = new StringBuilder();
      for (var record : records.subList(i * SENTENCES, (i + 1) * SENTENCES)) {
        one.append(record.id()).append('\n');
        other.append(record.first("title")).append('\n');
      }
      texts.add(new Text("a" + i, one.toString()));
      english.add(new Text("m" + i, other.toString()));
    }
    texts.addAll(english);
    return figures(engine, texts, made);
  }

  private static Map<String, String> figures(Engine engine, List<Text> texts, int made) {
    int found = 0;
    int wrong = 0;
    for (RewordedCopy copy :
        new RewordedCopies(engine.encoders(), engine.bridge(), engine.threads()).find(texts)) {
      boolean oneMade = copy.first().startsWith("a") && copy.second().startsWith("m");
      if (oneMade && copy.first().substring(1).equals(copy.second().substring(1))) {
        found++;
      } else if (oneMade) {
        wrong++;
      }
    }
    return figures(found, wrong, made);
  }

  private static Map<String, String> figures(int found, int wrong, int cases) {
    Map<String, String> figures = new LinkedHashMap<>();
    figures.put("recall", QualityTable.figure((double) found / cases) + " (n = " + cases + ")");
    figures.put("false hits a query", QualityTable.figure((double) wrong / cases));
    return figures;
  }

  private static List<String> abstracts(Path file) throws IOException {
    return RecordFile.read(file).stream().map(record -> record.first("title")).distinct().toList();
  }

  private static List<Text> named(String prefix, List<String> texts) {
    var named = new ArrayList<Text>();
    for (int i = 0; i < texts.size(); i++) {
      named.add(new Text(prefix + i, texts.get(i)));
    }
    return named;
  }
}
