package org.ronghe.match.learn;

/// An earlier decision that speaks to a pair.
///
/// @param pair what was decided
/// @param weight how much it counts, 0 to 1: the more alike both needs and both offers are
public record Precedent(DecidedPair pair, double weight) {}
