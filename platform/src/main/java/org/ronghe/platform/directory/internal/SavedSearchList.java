package org.ronghe.platform.directory.internal;

import java.util.List;
import org.ronghe.platform.web.View;

/// The reader's own searches.
public record SavedSearchList(View view, List<SavedSearch> searches) {
  public SavedSearchList {
    searches = List.copyOf(searches);
  }
}
