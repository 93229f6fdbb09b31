package org.ronghe.platform.facts.internal;

import java.util.List;
import java.util.Map;
import org.ronghe.platform.facts.dictionary.SubjectKind;
import org.ronghe.platform.web.Listing;
import org.ronghe.platform.web.View;

/// A list of subjects.
///
/// @param kinds the words for `kind`, each with the key of its text
/// @param districts to choose from; empty but for organisations
/// @param mayEnter whether the reader may enter one
public record SubjectList(
    View view,
    SubjectKind kind,
    Listing<SubjectRow> rows,
    Map<String, String> kinds,
    List<String> states,
    List<String> districts,
    boolean mayEnter) {
  public SubjectList {
    kinds = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(kinds));
    states = List.copyOf(states);
    districts = List.copyOf(districts);
  }

  /// The address of the list.
  public String room() {
    return SubjectHead.room(kind);
  }

  /// The key of the list's texts.
  public String key() {
    return switch (kind) {
      case ORGANISATION -> "facts.page.organisations";
      case PERSON -> "facts.page.people";
      case WORK -> "facts.page.works";
    };
  }

  /// Whether the reader asked for a part of it only.
  public boolean narrowed() {
    return java.util.stream.Stream.of("q", "kind", "district", "status", "filter")
        .anyMatch(parameter -> !view.parameter(parameter).isBlank());
  }

  /// The name in the other language, where there is one.
  public String other(SubjectRow row) {
    String shown = row.names().in(view.language());
    return shown.equals(row.names().zh()) ? row.names().en() : row.names().zh();
  }
}
