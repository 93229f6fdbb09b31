package org.ronghe.platform.settings;

import org.jspecify.annotations.Nullable;
import org.ronghe.platform.text.Language;

/// What is set.
///
/// @param version counts the changes
/// @param nameEnglish the node's name
/// @param nameChinese the node's name
/// @param contact whom to ask; may be empty
/// @param language for those who have not chosen; null to go by their browser
/// @param ownCluster the English or Chinese name of the cluster this node stands for; may be empty
/// @param mapApproval the approval number of the map; empty without one
public record Setting(
    long version,
    String nameEnglish,
    String nameChinese,
    String contact,
    @Nullable Language language,
    String ownCluster,
    String mapApproval) {

  /// Whether a cluster of these names is this node's own. Names of clusters change as they grow, so
  /// it is enough that one holds the other: "Suzhou" finds "Shanghai–Suzhou".
  public boolean owns(String english, String chinese) {
    return !ownCluster.isBlank()
        && (english
                .toLowerCase(java.util.Locale.ROOT)
                .contains(ownCluster.strip().toLowerCase(java.util.Locale.ROOT))
            || chinese.contains(ownCluster.strip()));
  }
}
