package org.ronghe.platform.facts.internal;

import java.util.List;
import org.ronghe.platform.web.Listing;
import org.ronghe.platform.web.View;

/// Merges and proposals.
///
/// @param state the one they were narrowed to; empty for all
public record MergeList(View view, List<MergeView> merges, Listing.Meta meta, String state) {
  public MergeList {
    merges = List.copyOf(merges);
  }
}
