package org.ronghe.atlas.rank;

/// A cluster's figure for one metric.
///
/// @param metric the metric's id
/// @param count fractional count
/// @param sharePercent of the world total, 0 to 100
/// @param perMillion count per million inhabitants; NaN when the population is unknown
public record Figure(String metric, double count, double sharePercent, double perMillion) {}
