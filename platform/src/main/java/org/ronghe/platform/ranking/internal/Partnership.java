package org.ronghe.platform.ranking.internal;

import org.ronghe.platform.ranking.RankingHead.Words;

/// Two clusters that work together.
///
/// @param strength fractional joint records
public record Partnership(Words a, int labelA, Words b, int labelB, double strength) {}
