package org.ronghe.platform.facts.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.facts.Evidence;
import org.ronghe.platform.web.View;

/// The form by which a merge is proposed.
///
/// @param evidence what was handed in already; null where nothing was
/// @param suggestions names that may be meant
public record MergeForm(
    View view, Input input, @Nullable Evidence evidence, List<String> suggestions) {
  public MergeForm {
    suggestions = List.copyOf(suggestions);
  }
}
