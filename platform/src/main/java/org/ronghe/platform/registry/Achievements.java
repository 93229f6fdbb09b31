package org.ronghe.platform.registry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ronghe.platform.web.ListQuery;
import org.ronghe.platform.web.Listing;

/// The achievements of the node, as far as the current actor may see them. What they may not do is
/// NOT_ALLOWED, what does not fit the state CONFLICT.
public interface Achievements {
  /// A part of the list.
  ///
  /// @throws org.ronghe.platform.problem.NodeProblem FILTER_INVALID, CURSOR_INVALID
  Listing<Achievement> list(ListQuery query);

  /// An achievement.
  Optional<Achievement> find(long achievement);

  /// All that is wrong with a form or missing in it: words by field, a text's key and values with
  /// U+001F between.
  Map<String, String> check(FilledForm form);

  /// Begins a draft.
  ///
  /// @param organisation whose people register it
  Achievement create(long organisation, FilledForm form);

  /// Enters many drafts, or achievements registered elsewhere, in one transaction.
  ///
  /// @return their ids in the order given
  List<Long> createAll(List<NewAchievement> drafts);

  /// Keeps what was filled in, right or not.
  ///
  /// @param edit of the row the change was made from
  /// @throws org.ronghe.platform.problem.NodeProblem CHANGED_MEANWHILE if it is another by now
  Achievement save(long achievement, FilledForm form, long edit);

  /// Throws a draft away that was never handed in.
  void discard(long achievement);

  /// Hands it in.
  ///
  /// @throws org.ronghe.platform.problem.NodeProblem INPUT_INVALID with all that is wrong by field
  Achievement submit(long achievement, long edit);

  /// Takes it back before it was decided.
  Achievement recall(long achievement);

  /// Makes the current actor the one who decides.
  Achievement receive(long achievement);

  /// Sends it back to be corrected.
  ///
  /// @param reasons by field, at least one
  Achievement sendBack(long achievement, Map<String, String> reasons, long edit);

  /// Registers it under the next number.
  Achievement register(long achievement, long edit);

  /// Refuses it for good.
  Achievement refuse(long achievement, RefusalReason reason, String words, long edit);

  /// Takes it out of the registry.
  Achievement withdraw(long achievement, String reason);

  /// Makes a registered achievement public, or stops doing so.
  Achievement open(long achievement, boolean open);

  /// All that was handed in, the oldest first.
  List<AchievementVersion> versions(long achievement);
}
