package org.ronghe.platform.registry.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ronghe.match.duplicate.Duplicate;
import org.ronghe.match.duplicate.DuplicateFinder;
import org.ronghe.match.duplicate.DuplicateFinder.Text;
import org.ronghe.match.duplicate.SharedPassage;
import org.ronghe.platform.matching.AlignedPassage;
import org.ronghe.platform.matching.MatchRequest;
import org.ronghe.platform.matching.Matching;
import org.ronghe.platform.matching.Reworded;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.registry.Achievement;
import org.ronghe.platform.registry.Copy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Finds achievements whose summaries were copied, with the passages that prove it: word for word
/// among all that the actor may know of, in other words or in the other language among what is
/// public.
@Component
class CopySearch {
  private static final int MOST = 10;

  /// Fewer characters or words are a phrase of the trade, unless they are nearly all of a summary.
  private static final int LEAST_TOKENS = 30;

  private static final int NEARLY_ALL = 80;

  /// Of two sentences one is often how everybody begins or ends.
  private static final int LEAST_SENTENCES = 3;

  private final Passages passages;
  private final KnownForms known;
  private final Matching matching;

  CopySearch(Passages passages, KnownForms known, Matching matching) {
    this.passages = passages;
    this.known = known;
    this.matching = matching;
  }

  /// @param complete false where only copies word for word could be looked for
  record Found(List<Copy> copies, boolean complete) {
    Found {
      copies = List.copyOf(copies);
    }
  }

  /// The copies of an achievement, word for word before others, at most ten of each.
  @Transactional(readOnly = true)
  public Found of(Achievement achievement) {
    String summary = achievement.form().value("summary");
    List<Copy> copies = new ArrayList<>(wordForWord(summary, achievement.id()));
    Set<Long> there = new HashSet<>();
    copies.forEach(copy -> there.add(copy.achievement()));
    try {
      matching
          .reworded(new MatchRequest(achievement.title(), summary, "", MOST, achievement.id()))
          .stream()
          .filter(one -> !there.contains(one.offer().id()))
          .filter(one -> one.passages().size() >= LEAST_SENTENCES)
          .limit(MOST)
          .map(CopySearch::copy)
          .forEach(copies::add);
      return new Found(copies, true);
    } catch (NodeProblem problem) {
      if (problem.code() != ProblemCode.MATCHING_UNAVAILABLE) {
        throw problem;
      }
      return new Found(copies, false);
    }
  }

  private List<Copy> wordForWord(String summary, long itself) {
    Map<Long, KnownForms.Known> forms = known.of(passages.near(summary, itself));
    var copies = new ArrayList<Copy>();
    forms.forEach((id, other) -> {
      String text = other.form().value("summary");
      findShared(summary, text)
          .ifPresent(shared ->
              copies.add(
                  new Copy(
                      id,
                      other.title(),
                      "word-for-word",
                      percent(shared),
                      shared.passages().stream()
                          .map(passage ->
                              new AlignedPassage(
                                  summary.substring(passage.firstFrom(), passage.firstTo()),
                                  text.substring(passage.secondFrom(), passage.secondTo())))
                          .toList())));
    });
    copies.sort(
        Comparator.comparingInt((Copy copy) -> -copy.percent())
            .thenComparingLong(Copy::achievement));
    return copies.subList(0, Math.min(MOST, copies.size()));
  }

  private static Optional<Duplicate> findShared(String one, String other) {
    return DuplicateFinder.findCopy(new Text("", one), new Text("", other))
        .filter(shared -> {
          int tokens = shared.passages().stream().mapToInt(SharedPassage::tokens).sum();
          return tokens >= LEAST_TOKENS || percent(shared) >= NEARLY_ALL;
        });
  }

  /// The greater of the two shares of what one summary has of the other; 0 where they share too
  /// little to speak of.
  static int percent(String one, String other) {
    return findShared(one, other).map(CopySearch::percent).orElse(0);
  }

  private static int percent(Duplicate shared) {
    return (int) Math.round(100 * Math.max(shared.firstShare(), shared.secondShare()));
  }

  private static Copy copy(Reworded one) {
    return new Copy(
        one.offer().id(),
        one.offer().title().main(),
        one.translated() ? "translated" : "reworded",
        0,
        one.passages());
  }
}
