package org.ronghe.match.source;

/// What a person said about one pair.
///
/// @param query id of the asking document
/// @param document id of the answering one
/// @param level the greater the better; 0 and below: not relevant
public record Judgement(String query, String document, int level) {}
