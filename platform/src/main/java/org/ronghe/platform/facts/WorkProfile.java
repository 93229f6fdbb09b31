package org.ronghe.platform.facts;

import org.jspecify.annotations.Nullable;

/// What is shown of a work before any fact.
///
/// @param organisation whose people keep the facts; null for the bureau
/// @param year of publication, filing or completion
/// @param status `active`, `expired` or `withdrawn`
public record WorkProfile(
    Names names,
    WorkKind kind,
    @Nullable Long organisation,
    @Nullable Integer year,
    String homepage,
    String status) {}
