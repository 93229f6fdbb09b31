package org.ronghe.platform.registry.internal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.ronghe.platform.registry.FilledForm;
import org.ronghe.platform.registry.Likeness;

/// What of a form is held against others.
///
/// @param text the summary as it stands
/// @param people named in it
/// @param rights their numbers without marks
record Traits(
    CharacterPairs titleZh,
    CharacterPairs titleEn,
    CharacterPairs summary,
    String text,
    Set<String> people,
    Set<String> rights) {
  Traits {
    people = Set.copyOf(people);
    rights = Set.copyOf(rights);
  }

  static Traits of(FilledForm form) {
    return new Traits(
        CharacterPairs.of(form.value("title_zh")),
        CharacterPairs.of(form.value("title_en")),
        CharacterPairs.of(form.value("summary")),
        form.value("summary"),
        LikenessKeys.people(form),
        LikenessKeys.rights(form));
  }

  /// How alike another is to this.
  Likeness likeness(long achievement, String title, Traits other, String verdict) {
    return new Likeness(
        achievement,
        title,
        Math.max(titleZh.percentLike(other.titleZh), titleEn.percentLike(other.titleEn)),
        summary.percentLike(other.summary),
        CopySearch.percent(text, other.text),
        both(people, other.people),
        both(rights, other.rights),
        verdict);
  }

  private static List<String> both(Set<String> one, Set<String> other) {
    var both = new LinkedHashSet<>(one);
    both.retainAll(other);
    return both.stream().sorted().toList();
  }
}
