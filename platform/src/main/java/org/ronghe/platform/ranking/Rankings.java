package org.ronghe.platform.ranking;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ronghe.platform.text.Language;

/// The rankings this node keeps.
public interface Rankings {
  /// All of them, the newest first.
  List<RankingHead> list();

  /// The newest, if there is one.
  Optional<RankingHead> findNewest();

  /// A ranking.
  ///
  /// @throws org.ronghe.platform.problem.NodeProblem NOT_FOUND
  RankingHead get(long id);

  /// Takes in a result folder of `ronghe rank`.
  ///
  /// @param note what it is for; may be empty
  /// @param language to name in what is wrong
  /// @return its id
  /// @throws org.ronghe.platform.problem.NodeProblem INPUT_INVALID with everything that is wrong
  ///   with its files, CONFLICT if this very result is here already
  long takeIn(Path folder, String note, Language language);

  /// Removes a ranking.
  void remove(long id);
}
