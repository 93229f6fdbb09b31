package org.ronghe.atlas.report;

/// Where a report comes from. The date is left out, so that the same input gives the same bytes;
/// the inputs stand in [org.ronghe.atlas.rank.Quality].
///
/// @param softwareVersion such as `0.1.0`
/// @param commandLine as the user gave it; empty when there was none
public record Provenance(String softwareVersion, String commandLine) {}
