package org.ronghe.platform.facts;

import org.jspecify.annotations.Nullable;

/// What is right instead of a fact.
///
/// @param value as text, read by the attribute's type
/// @param reason why; never empty
public record Correction(
    String value, Validity valid, String source, @Nullable Long evidence, String reason) {}
