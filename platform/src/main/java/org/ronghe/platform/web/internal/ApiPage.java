package org.ronghe.platform.web.internal;

import java.util.List;
import org.ronghe.platform.web.View;

/// What the page about the API shows.
///
/// @param operations in order of their paths
public record ApiPage(View view, List<Line> operations) {
  public ApiPage {
    operations = List.copyOf(operations);
  }

  /// An operation.
  ///
  /// @param summary in English, as in the description
  public record Line(String method, String path, String summary) {}
}
