package org.ronghe.platform.exchange;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.web.ListQuery;
import org.ronghe.platform.web.Listing;

/// Imports of tables, in the name of the current actor.
public interface Imports {
  /// Keeps a file and checks it in the background; nothing is entered.
  ///
  /// @param kind `achievements`, `organisations`, `people`, `facts` or `works`
  /// @param organisation where a row names none
  /// @throws org.ronghe.platform.problem.NodeProblem TOO_LARGE; CONFLICT if the same file was taken
  ///   before and not taken back; NOT_ALLOWED
  ImportRun upload(String kind, @Nullable Long organisation, String name, InputStream content);

  /// A part of the list, the newest first.
  Listing<ImportRun> list(ListQuery query);

  /// An import.
  Optional<ImportRun> find(long run);

  /// What is wrong, in the order of the file.
  ///
  /// @param most at most so many
  List<ImportFault> faults(long run, int most);

  /// Enters the right rows in the background; one that was broken off goes on.
  ///
  /// @throws org.ronghe.platform.problem.NodeProblem CONFLICT if it was not checked, or taken
  ///   before
  ImportRun take(long run);

  /// Takes back what it entered, all that nobody has worked on since.
  ///
  /// @return how much was taken back
  /// @throws org.ronghe.platform.problem.NodeProblem CONFLICT if it was not taken
  long undo(long run);

  /// Leaves it at that.
  void drop(long run);
}
