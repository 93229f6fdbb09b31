package org.ronghe.platform.search.internal;

import java.util.Map;
import java.util.Optional;

/// Which state of which database the index holds. Written with every commit of the index, and into
/// the database when the changes in that commit are struck off there.
///
/// @param epoch drawn anew whenever the index is built, so that an index of another database, or of
///   this one before it was restored, is told
/// @param applied how many batches of changes have been applied since
record IndexState(String epoch, long applied) {
  private static final String SHAPE_KEY = "shape";
  private static final String EPOCH_KEY = "epoch";
  private static final String APPLIED_KEY = "applied";

  IndexState next() {
    return new IndexState(epoch, applied + 1);
  }

  Map<String, String> toCommit() {
    return Map.of(SHAPE_KEY, Fields.SHAPE, EPOCH_KEY, epoch, APPLIED_KEY, Long.toString(applied));
  }

  /// The state of a commit; empty if it holds none, or the index was made in another way than now.
  static Optional<IndexState> ofCommit(Map<String, String> commit) {
    String epoch = commit.get(EPOCH_KEY);
    String applied = commit.get(APPLIED_KEY);
    if (epoch == null || applied == null || !Fields.SHAPE.equals(commit.get(SHAPE_KEY))) {
      return Optional.empty();
    }
    return Optional.of(new IndexState(epoch, Long.parseLong(applied)));
  }
}
