package org.ronghe.platform.facts;

import org.jspecify.annotations.Nullable;

/// Where an organisation is.
///
/// @param economy ISO 3166-1 alpha-2
/// @param region such as the city
/// @param latDegrees null together with `lonDegrees` where it is not known
public record Place(
    String economy,
    String region,
    String district,
    @Nullable Double latDegrees,
    @Nullable Double lonDegrees) {}
