package org.ronghe.platform.search;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/// Where documents of one kind come from.
///
/// Called within a transaction of the node itself. Whoever narrows who may read the subjects in the
/// database says so in [SearchDocument#audience] as well: the index knows no row-level security.
public interface SearchSource {
  /// What it gives.
  SearchKind kind();

  /// The subjects with these ids as they are now, and those that stand for them or that they stand
  /// for, as after a merge.
  Reading read(Collection<Long> ids);

  /// All subjects, in order of their ids: the next ones after an id.
  List<SearchDocument> after(long id, int most);

  /// What was read.
  ///
  /// @param documents those that can be found
  /// @param considered all ids that were looked at; those without a document are not to be found
  record Reading(List<SearchDocument> documents, Set<Long> considered) {
    public Reading {
      documents = List.copyOf(documents);
      considered = Set.copyOf(considered);
    }
  }
}
