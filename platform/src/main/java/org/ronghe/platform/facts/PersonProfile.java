package org.ronghe.platform.facts;

import org.jspecify.annotations.Nullable;

/// What is shown of a person before any fact.
///
/// @param organisation whose people keep the facts; null for the bureau
/// @param status `active`, `retired` or `deceased`
public record PersonProfile(
    Names names, PersonKind kind, @Nullable Long organisation, String homepage, String status) {}
