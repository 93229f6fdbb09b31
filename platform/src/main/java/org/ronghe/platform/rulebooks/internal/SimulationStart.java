package org.ronghe.platform.rulebooks.internal;

import org.ronghe.platform.jobs.Jobs;
import org.ronghe.platform.rulebooks.internal.Simulations.Order;
import org.springframework.stereotype.Component;

/// Begins to try drafts, each as a job.
@Component
class SimulationStart {
  private final Simulations simulations;
  private final Jobs jobs;

  SimulationStart(Simulations simulations, Jobs jobs) {
    this.simulations = simulations;
    this.jobs = jobs;
  }

  /// Begins to try a draft, which has been checked.
  ///
  /// @return the simulation's id
  long of(Order order) {
    long id = simulations.enter(order);
    simulations.setJob(
        id, jobs.start(SimulateJob.CODE, order.names().main(), new SimulateJob.Input(id)));
    return id;
  }
}
