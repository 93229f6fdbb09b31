package org.ronghe.platform.registry.internal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What an adviser was asked about a version, and said.
///
/// @param adviser the account
/// @param opinion `for`, `against` or `open`; empty while it was not given
/// @param answered null while it was not
public record Advice(
    long id,
    int version,
    long adviser,
    String name,
    String question,
    String opinion,
    String words,
    @Nullable Instant answered) {}
