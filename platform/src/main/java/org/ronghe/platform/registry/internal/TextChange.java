package org.ronghe.platform.registry.internal;

import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What was taken out of a text and what was added to it, by words; words of Chinese are those of
/// ICU's dictionary. Sentences are held against each other first, and words only where sentences
/// differ; where too many of either differ, they count as exchanged as a whole. So a text of 10,000
/// signs, the longest in a form, costs a tenth of a second at most, whatever was done to it.
///
/// @param runs both texts in one, in order: what was taken out stands before what took its place
public record TextChange(List<Run> runs) {
  /// Comparing costs the square of this at most.
  private static final int MOST_PARTS = 3_000;

  /// What is left of a passage is not worth pointing out where it is less than a part in so many.
  private static final int LITTLE = 5;

  private static final Pattern SENTENCE_END =
      Pattern.compile("(?<=[\u3002\uff01\uff1f\uff1b!?;\n])|(?<=\\.\\s)");

  public TextChange {
    runs = List.copyOf(runs);
  }

  /// What became of a piece of text.
  public enum Fate {
    KEPT,
    GONE,
    ADDED
  }

  /// A piece of text.
  public record Run(Fate fate, String text) {}

  /// Passages of two texts that stand in each other's place.
  private record Passage(List<String> before, List<String> after) {
    private boolean same() {
      return before.equals(after);
    }
  }

  /// What became of one text in another.
  static TextChange of(String before, String after) {
    var runs = new Tidy();
    for (Passage passage : aligned(sentences(before), sentences(after))) {
      if (passage.same()) {
        runs.add(passage);
      } else {
        words(String.join("", passage.before), String.join("", passage.after)).forEach(runs::add);
      }
    }
    return new TextChange(runs.done());
  }

  /// The text as it was: without what was added.
  public List<Run> before() {
    return runs.stream().filter(run -> run.fate() != Fate.ADDED).toList();
  }

  /// The text as it is: without what was taken out.
  public List<Run> after() {
    return runs.stream().filter(run -> run.fate() != Fate.GONE).toList();
  }

  private static List<String> sentences(String text) {
    return text.isEmpty() ? List.of() : List.of(SENTENCE_END.split(text));
  }

  private static List<Passage> words(String before, String after) {
    List<Passage> passages = aligned(words(before), words(after));
    int kept = 0;
    for (Passage passage : passages) {
      kept += passage.same() ? String.join("", passage.before).strip().length() : 0;
    }
    boolean exchanged = kept * LITTLE < Math.max(before.length(), after.length());
    return exchanged ? List.of(new Passage(List.of(before), List.of(after))) : passages;
  }

  private static List<String> words(String text) {
    BreakIterator ends = BreakIterator.getWordInstance(ULocale.CHINESE);
    ends.setText(text);
    var words = new ArrayList<String>();
    int from = ends.first();
    for (int to = ends.next(); to != BreakIterator.DONE; to = ends.next()) {
      words.add(text.substring(from, to));
      from = to;
    }
    return words;
  }

  private static List<Passage> aligned(List<String> before, List<String> after) {
    if (before.size() + after.size() > MOST_PARTS) {
      return List.of(new Passage(before, after));
    }
    var passages = new ArrayList<Passage>();
    int done = 0;
    int doneAfter = 0;
    int changed = 0;
    int changedAfter = 0;
    // What is exchanged comes as something added and something taken out, one behind the other.
    for (Change change : new MyersDiffWithLinearSpace<String>().computeDiff(before, after, null)) {
      if (change.startOriginal > changed) {
        passages.add(
            new Passage(before.subList(done, changed), after.subList(doneAfter, changedAfter)));
        List<String> same = before.subList(changed, change.startOriginal);
        passages.add(new Passage(same, same));
        done = change.startOriginal;
        doneAfter = change.startRevised;
      }
      changed = change.endOriginal;
      changedAfter = change.endRevised;
    }
    passages.add(
        new Passage(before.subList(done, changed), after.subList(doneAfter, changedAfter)));
    List<String> rest = before.subList(changed, before.size());
    passages.add(new Passage(rest, rest));
    return passages;
  }

  /// Joins what belongs together: a space or a comma between two changed words was not kept, and
  /// words in a row are one run.
  private static final class Tidy {
    private final List<Run> runs = new ArrayList<>();
    private final StringBuilder gone = new StringBuilder();
    private final StringBuilder added = new StringBuilder();
    private final StringBuilder kept = new StringBuilder();

    private void add(Passage passage) {
      if (passage.same()) {
        kept.append(String.join("", passage.before));
        return;
      }
      boolean changing = !gone.isEmpty() || !added.isEmpty();
      if (changing && kept.chars().noneMatch(Character::isLetterOrDigit)) {
        gone.append(kept);
        added.append(kept);
        kept.setLength(0);
      } else {
        flush();
      }
      gone.append(String.join("", passage.before));
      added.append(String.join("", passage.after));
    }

    private void flush() {
      run(Fate.GONE, gone);
      run(Fate.ADDED, added);
      run(Fate.KEPT, kept);
    }

    private void run(Fate fate, StringBuilder text) {
      if (!text.isEmpty()) {
        runs.add(new Run(fate, text.toString()));
        text.setLength(0);
      }
    }

    private List<Run> done() {
      flush();
      return runs;
    }
  }
}
