package org.ronghe.platform.jobs;

/// A kind of work that a feature does as a job. Offered as a bean.
public interface JobKind {
  /// Its code, such as `ranking.run`; `jobs.kind.` and it is the key of its name.
  String code();

  /// Does it, on a thread of its own, in the name of whoever started it. Begin no transaction
  /// around the whole: it may take hours.
  ///
  /// @throws InterruptedException when it is cancelled or the node stops
  void run(JobRun run) throws InterruptedException;
}
