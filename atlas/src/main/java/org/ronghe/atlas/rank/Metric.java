package org.ronghe.atlas.rank;

/// One thing a method counts.
///
/// @param id column-name token, such as `pct`, `publications`, `deals`
/// @param english its name in English
/// @param chinese its official name in Chinese
/// @param worldTotal what 100 % is, in the metric's own count
public record Metric(String id, String english, String chinese, double worldTotal) {}
