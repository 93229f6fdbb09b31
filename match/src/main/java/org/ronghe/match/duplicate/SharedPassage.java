package org.ronghe.match.duplicate;

/// A stretch that two texts have in common, word for word or nearly.
///
/// @param firstFrom first character in the first text
/// @param firstTo one past the last
/// @param secondFrom first character in the second text
/// @param secondTo one past the last
/// @param tokens how many Chinese characters or words of it are the same
public record SharedPassage(int firstFrom, int firstTo, int secondFrom, int secondTo, int tokens) {}
