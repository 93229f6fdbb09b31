package org.ronghe.platform.facts;

import org.jspecify.annotations.Nullable;

/// Where a fact comes from, and what became of it.
///
/// @param source where the value was taken from, in words
/// @param evidence id of the evidence
/// @param enteredBy name of who entered it, as it was then
/// @param corrects id of the fact it stands in for
/// @param reason why it was corrected; empty for a first entry
/// @param closedBy name of who corrected or retracted it
/// @param closeReason why it was corrected or retracted
public record Provenance(
    String source,
    @Nullable Long evidence,
    String enteredBy,
    @Nullable Long corrects,
    String reason,
    @Nullable String closedBy,
    @Nullable String closeReason) {}
