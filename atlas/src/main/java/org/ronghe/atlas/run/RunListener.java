package org.ronghe.atlas.run;

/// Hears how far a run is.
public interface RunListener {
  /// For those who do not want to know.
  RunListener NONE =
      new RunListener() {
        @Override
        public void enter(Step step) {}

        @Override
        public void at(long done, long total) {}
      };

  /// The steps of a run, in order.
  enum Step {
    GENERATE,
    READ_PLACES,
    READ_WORKS,
    READ_PATENTS,
    READ_EVENTS,
    CLUSTER,
    RANK,
    WRITE
  }

  /// A step begins.
  void enter(Step step);

  /// How far the step is; `total` is 0 when it is unknown.
  void at(long done, long total);
}
