package org.ronghe.platform.matching.internal;

/// Which state of which database the index holds. Written with every commit of the index, and into
/// the database when the changes in that commit are struck off there.
///
/// @param epoch drawn anew whenever the index is begun anew, so that an index of another database,
///   or of this one before it was restored, is told; empty before the first
/// @param applied how many batches of changes have been applied since
record MatchingState(String epoch, long applied) {
  MatchingState next() {
    return new MatchingState(epoch, applied + 1);
  }

  /// As the index notes it.
  String position() {
    return epoch + " " + applied;
  }
}
