package org.ronghe.platform.facts.internal;

import org.ronghe.platform.facts.Names;
import org.ronghe.platform.web.View;

/// The form by which an organisation gets another name.
///
/// @param now the names it has
public record RenameForm(View view, SubjectHead head, Names now, Input input) {}
