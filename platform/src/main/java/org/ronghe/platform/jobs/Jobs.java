package org.ronghe.platform.jobs;

import java.util.List;
import org.ronghe.platform.web.ListQuery;
import org.ronghe.platform.web.Listing;

/// All jobs of this node.
public interface Jobs {
  /// Puts a job into the queue; it is done in the name of the actor of now, and within a
  /// transaction not before that is committed.
  ///
  /// @param kind a [JobKind]'s code
  /// @param subject what it is about, to be read in a list
  /// @param input a record or map that becomes JSON, enough to do it again
  /// @return its id
  long start(String kind, String subject, Object input);

  /// The jobs that the actor of now may see, the newest first.
  Listing<Job> list(ListQuery query);

  /// A job.
  ///
  /// @throws org.ronghe.platform.problem.NodeProblem NOT_FOUND
  Job get(long id);

  /// The lines of a job's log, from the first, at most a thousand.
  List<JobLine> lines(long id);

  /// Asks a job to stop; it does soon after.
  ///
  /// @throws org.ronghe.platform.problem.NodeProblem CONFLICT if it is over
  void cancel(long id);

  /// Starts a job that came to nothing once more, as a new one.
  ///
  /// @return the new one's id
  /// @throws org.ronghe.platform.problem.NodeProblem CONFLICT if it is under way or done
  long repeat(long id);
}
