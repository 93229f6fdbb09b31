package org.ronghe.platform.rulebooks;

/// What can be got, told by ids that stay: a rulebook's, and its title's.
public record TitleKey(String rulebook, String title) implements Comparable<TitleKey> {
  /// The address of its page below an organisation's titles.
  public String path() {
    return rulebook + "/" + title;
  }

  @Override
  public int compareTo(TitleKey other) {
    int byRulebook = rulebook.compareTo(other.rulebook);
    return byRulebook == 0 ? title.compareTo(other.title) : byRulebook;
  }
}
