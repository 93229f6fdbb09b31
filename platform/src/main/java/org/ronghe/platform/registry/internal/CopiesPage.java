package org.ronghe.platform.registry.internal;

import java.util.List;
import org.ronghe.platform.registry.Copy;
import org.ronghe.platform.web.View;

/// Passages that an achievement has in common with others, as a part of its page.
///
/// @param achievement its id
/// @param complete false where only copies word for word could be looked for
/// @param decides whether the reader says what they found
public record CopiesPage(
    View view, long achievement, List<Copy> copies, boolean complete, boolean decides) {
  public CopiesPage {
    copies = List.copyOf(copies);
  }
}
