package org.ronghe.match.text;

/// A term and where it stands in its text.
///
/// @param text as it is indexed: a stem, a Chinese character or a pair
/// @param from first character of it in the text
/// @param to one past the last
public record Term(String text, int from, int to) {}
