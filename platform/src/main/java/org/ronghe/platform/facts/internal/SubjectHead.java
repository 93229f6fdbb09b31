package org.ronghe.platform.facts.internal;

import org.jspecify.annotations.Nullable;
import org.ronghe.platform.facts.Names;
import org.ronghe.platform.facts.dictionary.SubjectKind;
import org.ronghe.platform.text.Language;

/// What every page about a subject begins with.
///
/// @param owner the organisation whose people keep its facts; null for the bureau
/// @param writable whether the reader may enter facts about it
public record SubjectHead(
    long id, SubjectKind kind, Names names, @Nullable Long owner, boolean writable) {
  /// The address of its page.
  public String href() {
    return room(kind) + "/" + id;
  }

  /// The address of the list it stands in.
  public String room() {
    return room(kind);
  }

  /// The key of that list's name.
  public String roomKey() {
    return switch (kind) {
      case ORGANISATION -> "facts.page.organisations";
      case PERSON -> "facts.page.people";
      case WORK -> "facts.page.works";
    };
  }

  /// Its name in a language.
  public String name(Language language) {
    return names.in(language);
  }

  static String room(SubjectKind kind) {
    return switch (kind) {
      case ORGANISATION -> "/organisations";
      case PERSON -> "/people";
      case WORK -> "/works";
    };
  }
}
