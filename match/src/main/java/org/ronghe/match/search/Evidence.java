package org.ronghe.match.search;

/// What speaks for a candidate, in figures. Scores in standard deviations compare it with the other
/// candidates of the same need; shares and the cosine stand for themselves.
///
/// @param lexical shared words: the square root of their BM25, in standard deviations
/// @param semantic closeness of meaning, in standard deviations
/// @param neighbours what its most similar fellow candidates add
/// @param wordShare shared words as a share of the most that any text could share, 0 to 1
/// @param cosine closeness of meaning, −1 to 1
/// @param translated whether the two texts are in different languages
public record Evidence(
    double lexical,
    double semantic,
    double neighbours,
    double wordShare,
    double cosine,
    boolean translated) {

  /// The score candidates are ordered by.
  public double score() {
    return lexical + semantic + neighbours;
  }
}
