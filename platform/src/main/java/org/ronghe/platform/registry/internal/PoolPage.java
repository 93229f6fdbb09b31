package org.ronghe.platform.registry.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.ronghe.platform.web.Listing;
import org.ronghe.platform.web.View;

/// A pool, with a clock for everything in it.
///
/// @param left whether those that left are shown
/// @param counts how many are in every pool, or left it, by the pool's word
public record PoolPage(
    View view, Pool pool, boolean left, Listing<PoolStay> rows, Map<String, Long> counts) {
  public PoolPage {
    counts = Map.copyOf(counts);
  }

  /// Whether the reader narrowed the list.
  public boolean narrowed() {
    return List.of("q", "clock", "outcome", "filter").stream()
        .anyMatch(name -> !view.parameter(name).isEmpty());
  }

  /// Its address as it is shown, without what narrows it.
  public String whole() {
    return "/pools?pool=" + pool.code() + (left ? "&left=true" : "");
  }

  /// All pools.
  public static List<Pool> pools() {
    return List.of(Pool.values());
  }

  /// How an achievement leaves.
  public static List<String> outcomes() {
    return Pools.OUTCOMES;
  }

  /// The days left of a stay.
  public long daysLeft(PoolStay stay) {
    return stay.daysLeft(LocalDate.now(view.shell().zone()));
  }

  /// The tone of a clock: bad when time is over, doubtful when it soon is.
  public String tone(PoolStay stay) {
    long days = daysLeft(stay);
    return days < 0 ? "bad" : days <= PoolCards.SOON_DAYS ? "doubt" : "";
  }
}
