package org.ronghe.platform.matching;

/// How the matching index is doing.
///
/// @param waiting changes of the catalogue that it has still to hear of
/// @param renewing whether it is being made anew for other language models; the old one answers by
///   words alone meanwhile
/// @param problem what keeps it from following the catalogue; empty if nothing does
public record MatchingHealth(long waiting, boolean renewing, String problem) {}
