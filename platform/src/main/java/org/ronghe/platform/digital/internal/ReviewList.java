package org.ronghe.platform.digital.internal;

import java.util.List;
import org.ronghe.platform.web.View;

/// What the reader is asked to assess.
public record ReviewList(View view, List<Review> reviews) {
  public ReviewList {
    reviews = List.copyOf(reviews);
  }
}
