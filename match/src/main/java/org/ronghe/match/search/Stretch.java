package org.ronghe.match.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.ronghe.match.text.Term;
import org.ronghe.match.text.TextForm;

/// A stretch of a text made of matched terms that touch or overlap.
///
/// @param from first character
/// @param to one past the last
/// @param weight sum of the weights of its terms
record Stretch(int from, int to, double weight) {
  private static final int PASSAGE = 80;

  /// Joins words and is none; but it ends 目的, a purpose.
  private static final String PARTICLE = "的";

  private static final String PURPOSE = "目的";

  /// Stretches of the terms that are wanted, in order, without a particle at their ends. Single
  /// Chinese characters alone make none: they match almost anywhere.
  static List<Stretch> of(
      String text, List<Term> terms, Predicate<String> wanted, Map<String, Double> weights) {
    var stretches = new ArrayList<Stretch>();
    for (Term term : terms) {
      boolean single = term.text().length() == 1 && TextForm.isHan(term.text().charAt(0));
      if (single || !wanted.test(term.text()) || isNumber(term.text())) {
        continue;
      }
      double weight = weights.getOrDefault(term.text(), 0.0);
      Stretch last = stretches.isEmpty() ? null : stretches.getLast();
      boolean joins =
          last != null
              && (term.from() < last.to()
                  || (TextForm.isHan(text.charAt(term.from())) && term.from() == last.to()));
      if (last != null && joins) {
        stretches.set(
            stretches.size() - 1,
            new Stretch(last.from(), Math.max(last.to(), term.to()), last.weight() + weight));
      } else {
        stretches.add(new Stretch(term.from(), term.to(), weight));
      }
    }
    stretches.replaceAll(stretch -> stretch.withoutParticles(text));
    stretches.removeIf(stretch -> stretch.isSingle(text));
    return stretches;
  }

  private Stretch withoutParticles(String text) {
    String written = text.substring(from, to);
    int begin = written.startsWith(PARTICLE) ? from + 1 : from;
    int end = written.endsWith(PARTICLE) && !written.endsWith(PURPOSE) ? to - 1 : to;
    return new Stretch(begin, Math.max(begin, end), weight);
  }

  private boolean isSingle(String text) {
    return to == from || (to == from + 1 && TextForm.isHan(text.charAt(from)));
  }

  /// Stretches of these words wherever they stand.
  static List<Stretch> ofWords(String text, Set<String> words) {
    String lower = text.toLowerCase(Locale.ROOT);
    var stretches = new ArrayList<Stretch>();
    for (String word : words) {
      int at = word.isEmpty() ? -1 : lower.indexOf(word);
      if (at >= 0) {
        stretches.add(new Stretch(at, at + word.length(), 1));
      }
    }
    stretches.sort(Comparator.comparingInt(Stretch::from));
    var apart = new ArrayList<Stretch>();
    for (Stretch stretch : stretches) {
      if (apart.isEmpty() || stretch.from() >= apart.getLast().to()) {
        apart.add(stretch);
      }
    }
    return apart;
  }

  /// The piece of the text with the greatest weight of stretches in it.
  static Passage passage(String text, List<Stretch> stretches) {
    int start = 0;
    double best = -1;
    for (Stretch first : stretches) {
      double weight = 0;
      for (Stretch other : stretches) {
        if (other.from() >= first.from() && other.to() <= first.from() + PASSAGE) {
          weight += other.weight();
        }
      }
      if (weight > best) {
        best = weight;
        start = first.from();
      }
    }
    int from = begin(text, Math.max(0, start - PASSAGE / 4));
    int to = Math.min(text.length(), from + PASSAGE + PASSAGE / 4);
    var marks = new ArrayList<Passage.Mark>();
    for (Stretch stretch : stretches) {
      if (stretch.from() >= from && stretch.to() <= to) {
        marks.add(new Passage.Mark(stretch.from() - from, stretch.to() - from));
      }
    }
    return new Passage(text.substring(from, to), marks);
  }

  /// Not in the middle of a word.
  private static int begin(String text, int from) {
    int begin = from;
    while (begin > 0
        && Character.isLetterOrDigit(text.charAt(begin - 1))
        && !TextForm.isHan(text.charAt(begin - 1))) {
      begin--;
    }
    return begin;
  }

  private static boolean isNumber(String term) {
    return term.chars().allMatch(Character::isDigit);
  }
}
