package org.ronghe.match.bridge;

import java.util.Map;

/// A text carried over word by word: no sentence, but enough to find by.
///
/// @param text the first meaning of every word in order, for the sentence model
/// @param terms every meaning's terms with a weight up to 1, less where a meaning has many words
/// @param origins of each term the word it was made from
public record Translation(String text, Map<String, Double> terms, Map<String, String> origins) {}
