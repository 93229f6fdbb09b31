package org.ronghe.platform.accounts.internal;

import org.ronghe.platform.web.View;

/// What the page that asks for a code of the second factor shows.
///
/// @param message what went wrong; may be empty
public record CodePage(View view, String message) {}
