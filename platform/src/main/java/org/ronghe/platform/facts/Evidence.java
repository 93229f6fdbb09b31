package org.ronghe.platform.facts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A file or link that shows that a fact is so.
///
/// @param owner the organisation whose people read it, besides the bureau and auditors; null for
///   the bureau's own
/// @param sha256 of the file's content in hex; null for a link
/// @param link null for a file
/// @param mediaType found from the content, not from the name
public record Evidence(
    long id,
    @Nullable Long owner,
    @Nullable String sha256,
    @Nullable String link,
    String name,
    String mediaType,
    long sizeBytes,
    Instant entered) {}
