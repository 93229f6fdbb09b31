package org.ronghe.platform.facts;

import org.jspecify.annotations.Nullable;
import org.ronghe.platform.facts.identifier.IdentifierScheme;

/// An identifier of a subject.
///
/// @param subject whom it was entered of
/// @param value in its scheme's normal form
/// @param closeReason why it was retracted
public record Identifier(
    long id,
    long subject,
    IdentifierScheme scheme,
    String value,
    Validity valid,
    Recorded recorded,
    @Nullable String closeReason) {}
