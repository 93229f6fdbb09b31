package org.ronghe.match.duplicate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.ronghe.match.bridge.Bridge;
import org.ronghe.match.duplicate.DuplicateFinder.Text;
import org.ronghe.match.duplicate.Sentences.Sentence;
import org.ronghe.match.text.Tongue;
import org.ronghe.match.vector.ByteVector;
import org.ronghe.match.vector.Encoders;
import org.ronghe.match.vector.Vectors;

/// Finds texts that say the same in other words or in the other language, and proves it by
/// sentences that mean the same in the same order (decision 0042).
///
/// Sentences are compared by the models' vectors, seen from the middle of all sentences of their
/// kind, and of usual ones where these are few; Chinese ones are carried over by the dictionary to
/// be compared with English ones. Each sentence is compared with each: a thousand texts take some
/// seconds, ten thousand some minutes.
public final class RewordedCopies {
  /// From here on two texts are called copies.
  public static final double LEAST_STRENGTH = 0.6;

  /// A sentence brings up the text of its nearest sentence only if that is so close.
  private static final double LEAST_CLOSENESS = 0.3;

  private static final int NEAREST = 3;
  private static final int LEAST_SENTENCES = 2;

  /// Of fewer sentences the middle says what they are about.
  private static final int MANY = 200;

  private final Encoders encoders;
  private final Bridge bridge;
  private final int threads;
  private final Map<Tongue, List<float[]>> usual = new ConcurrentHashMap<>();
  private final Map<Tongue, List<float[]>> usualCarried = new ConcurrentHashMap<>();

  /// @param threads threads that make vectors
  public RewordedCopies(Encoders encoders, Bridge bridge, int threads) {
    this.encoders = encoders;
    this.bridge = bridge;
    this.threads = threads;
  }

  /// All pairs that say much the same, by the place of the first and then the second text. Texts of
  /// fewer than two sentences prove nothing and are passed over.
  public List<RewordedCopy> find(List<Text> texts) {
    List<List<Sentence>> sentences = texts.stream().map(text -> Sentences.of(text.text())).toList();
    var found = new ArrayList<RewordedCopy>();
    Space chinese = space(texts, sentences, Tongue.CHINESE, false);
    Space english = space(texts, sentences, Tongue.ENGLISH, false);
    found.addAll(copies(texts, sentences, chinese, chinese, false));
    found.addAll(copies(texts, sentences, english, english, false));
    if (!chinese.texts().isEmpty() && !english.texts().isEmpty()) {
      Space carried = space(texts, sentences, Tongue.CHINESE, true);
      found.addAll(copies(texts, sentences, carried, english, true));
    }
    Map<String, Integer> places = new TreeMap<>();
    for (int i = 0; i < texts.size(); i++) {
      places.putIfAbsent(texts.get(i).id(), i);
    }
    found.sort((a, b) -> {
      int first =
          Integer.compare(places.getOrDefault(a.first(), 0), places.getOrDefault(b.first(), 0));
      return first != 0
          ? first
          : Integer.compare(places.getOrDefault(a.second(), 0), places.getOrDefault(b.second(), 0));
    });
    return found;
  }

  /// Sentences that can be compared with each other.
  ///
  /// @param texts places of the texts they are of, ascending
  /// @param ofText text → numbers of its sentences
  /// @param textOf sentence → its text
  /// @param vectors of the sentences, from their middle
  private record Space(
      List<Integer> texts,
      Map<Integer, List<Integer>> ofText,
      List<Integer> textOf,
      List<byte[]> vectors) {}

  private Space space(
      List<Text> texts, List<List<Sentence>> sentences, Tongue tongue, boolean carried) {
    var places = new ArrayList<Integer>();
    Map<Integer, List<Integer>> ofText = new TreeMap<>();
    var textOf = new ArrayList<Integer>();
    var written = new ArrayList<String>();
    for (int i = 0; i < texts.size(); i++) {
      if (Tongue.of(texts.get(i).text()) == tongue && sentences.get(i).size() >= LEAST_SENTENCES) {
        places.add(i);
        var numbers = new ArrayList<Integer>();
        for (Sentence sentence : sentences.get(i)) {
          numbers.add(textOf.size());
          textOf.add(i);
          written.add(
              carried ? bridge.translate(sentence.text(), tongue.other()).text() : sentence.text());
        }
        ofText.put(i, numbers);
      }
    }
    List<float[]> vectors = encoders.vectors(carried ? tongue.other() : tongue, written, threads);
    var all = new ArrayList<>(vectors);
    if (!vectors.isEmpty() && vectors.size() < MANY) {
      all.addAll(usual(tongue, carried));
    }
    return new Space(places, ofText, textOf, fromMiddle(vectors, all));
  }

  /// Vectors of sentences as everybody writes them, made once.
  private List<float[]> usual(Tongue tongue, boolean carried) {
    return carried
        ? usualCarried.computeIfAbsent(
            tongue,
            own ->
                encoders.vectors(
                    own.other(),
                    UsualSentences.in(own).stream()
                        .map(sentence -> bridge.translate(sentence, own.other()).text())
                        .toList(),
                    threads))
        : usual.computeIfAbsent(
            tongue, own -> encoders.vectors(own, UsualSentences.in(own), threads));
  }

  /// @param all whose middle it is
  private static List<byte[]> fromMiddle(List<float[]> vectors, List<float[]> all) {
    if (vectors.isEmpty()) {
      return List.of();
    }
    double[] middle = new double[vectors.getFirst().length];
    for (float[] vector : all) {
      for (int i = 0; i < middle.length; i++) {
        middle[i] += vector[i] / all.size();
      }
    }
    return vectors.stream()
        .map(vector -> {
          float[] seen = vector.clone();
          for (int i = 0; i < seen.length; i++) {
            seen[i] -= (float) middle[i];
          }
          return ByteVector.of(Vectors.normalized(seen));
        })
        .toList();
  }

  private static List<RewordedCopy> copies(
      List<Text> texts,
      List<List<Sentence>> sentences,
      Space asking,
      Space answering,
      boolean translated) {
    List<Pair> pairs =
        asking.texts().parallelStream()
            .flatMap(first ->
                candidates(first, asking, answering).stream()
                    .map(second ->
                        !translated && second < first
                            ? new Pair(second, first)
                            : new Pair(first, second)))
            .distinct()
            .toList();
    return pairs.parallelStream()
        .map(pair -> copy(texts, sentences, asking, answering, pair, translated))
        .flatMap(List::stream)
        .toList();
  }

  /// Places of two texts, in one kind the earlier one first.
  private record Pair(int first, int second) {}

  /// Texts that hold near sentences to at least two of a text's, or to its only ones.
  private static List<Integer> candidates(int first, Space asking, Space answering) {
    Map<Integer, Integer> hits = new TreeMap<>();
    for (int number : asking.ofText().getOrDefault(first, List.of())) {
      double[] best = new double[NEAREST];
      int[] texts = new int[NEAREST];
      Arrays.fill(best, LEAST_CLOSENESS);
      Arrays.fill(texts, -1);
      for (int other = 0; other < answering.vectors().size(); other++) {
        int text = answering.textOf().get(other);
        if (text == first) {
          continue;
        }
        double closeness =
            ByteVector.dot(asking.vectors().get(number), answering.vectors().get(other));
        int place = NEAREST;
        while (place > 0 && closeness > best[place - 1]) {
          place--;
        }
        if (place < NEAREST) {
          System.arraycopy(best, place, best, place + 1, NEAREST - place - 1);
          System.arraycopy(texts, place, texts, place + 1, NEAREST - place - 1);
          best[place] = closeness;
          texts[place] = text;
        }
      }
      IntStream.of(texts)
          .filter(text -> text >= 0)
          .distinct()
          .forEach(text -> hits.merge(text, 1, Integer::sum));
    }
    return hits.entrySet().stream()
        .filter(hit -> hit.getValue() >= LEAST_SENTENCES)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static List<RewordedCopy> copy(
      List<Text> texts,
      List<List<Sentence>> sentences,
      Space asking,
      Space answering,
      Pair places,
      boolean translated) {
    int first = places.first();
    int second = places.second();
    List<Integer> ofFirst = asking.ofText().getOrDefault(first, List.of());
    List<Integer> ofSecond = answering.ofText().getOrDefault(second, List.of());
    double[][] closeness = new double[ofFirst.size()][ofSecond.size()];
    for (int i = 0; i < ofFirst.size(); i++) {
      for (int j = 0; j < ofSecond.size(); j++) {
        closeness[i][j] =
            ByteVector.dot(
                asking.vectors().get(ofFirst.get(i)), answering.vectors().get(ofSecond.get(j)));
      }
    }
    SentenceAlignment alignment = SentenceAlignment.of(closeness);
    double strength = alignment.sum() / Math.sqrt(Math.min(ofFirst.size(), ofSecond.size()));
    if (strength < LEAST_STRENGTH || alignment.pairs().size() < LEAST_SENTENCES) {
      return List.of();
    }
    boolean turned = first > second;
    var passages = new ArrayList<RewordedCopy.Alike>();
    for (SentenceAlignment.Pair pair : alignment.pairs()) {
      Sentence one = sentences.get(first).get(pair.first());
      Sentence other = sentences.get(second).get(pair.second());
      passages.add(
          turned
              ? new RewordedCopy.Alike(
                  other.from(), other.to(), one.from(), one.to(), pair.closeness())
              : new RewordedCopy.Alike(
                  one.from(), one.to(), other.from(), other.to(), pair.closeness()));
    }
    return List.of(
        new RewordedCopy(
            texts.get(turned ? second : first).id(),
            texts.get(turned ? first : second).id(),
            translated,
            strength,
            passages));
  }
}
