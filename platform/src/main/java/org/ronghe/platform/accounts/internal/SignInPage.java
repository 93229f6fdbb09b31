package org.ronghe.platform.accounts.internal;

import org.ronghe.platform.web.View;

/// What the page for signing in shows.
///
/// @param next where to go on afterwards
/// @param name as typed before
/// @param message what went wrong; may be empty
/// @param provider name of the identity provider; empty if there is none
public record SignInPage(View view, String next, String name, String message, String provider) {}
