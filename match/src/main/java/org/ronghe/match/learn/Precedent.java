package org.ronghe.match.learn;

/// An earlier decision that speaks to a pair.
///
/// @param need id of its need
/// @param offer id of its offer
/// @param level what was decided
/// @param weight how much it counts, 0 to 1: the more alike both needs and both offers are
public record Precedent(String need, String offer, int level, double weight) {}
