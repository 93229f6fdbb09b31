package org.ronghe.platform.accounts.internal;

import org.ronghe.platform.text.Texts;

/// What the page for signing in shows.
///
/// @param next where to go on afterwards
/// @param name as typed before
/// @param message what went wrong; may be empty
public record SignInModel(
    Texts texts,
    String csrfParameter,
    String csrfToken,
    String next,
    String name,
    String message) {}
