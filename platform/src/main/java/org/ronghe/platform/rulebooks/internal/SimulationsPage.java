package org.ronghe.platform.rulebooks.internal;

import java.util.List;
import org.ronghe.platform.rulebooks.internal.Simulations.Simulation;
import org.ronghe.platform.web.View;

/// Drafts that were tried, and the form to try one.
///
/// @param rulebooks ids of those in force
/// @param faults what is wrong with the draft that was sent
/// @param entered its text
public record SimulationsPage(
    View view,
    List<Simulation> simulations,
    List<String> rulebooks,
    List<String> faults,
    String entered) {
  public SimulationsPage {
    simulations = List.copyOf(simulations);
    rulebooks = List.copyOf(rulebooks);
    faults = List.copyOf(faults);
  }
}
