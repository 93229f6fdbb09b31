package org.ronghe.platform.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.text.Language;

/// A person who signs in.
///
/// @param name what one signs in with, as is the e-mail
public record Account(
    long id,
    String name,
    @Nullable String email,
    String displayName,
    Language language,
    AccountState state,
    Instant createdAt) {}
