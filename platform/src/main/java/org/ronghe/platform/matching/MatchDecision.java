package org.ronghe.platform.matching;

import java.time.Instant;

/// A decision about an offer for a need.
///
/// @param title of the need
/// @param text of the need
/// @param achievement the offer's id
/// @param words why, in the decider's own words; may be empty
/// @param by name of who decided
public record MatchDecision(
    long id,
    String title,
    String text,
    long achievement,
    MatchOutcome outcome,
    String words,
    Instant decided,
    String by) {}
