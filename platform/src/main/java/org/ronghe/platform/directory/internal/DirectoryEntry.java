package org.ronghe.platform.directory.internal;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.facts.Names;
import org.ronghe.platform.facts.OrganisationKind;
import org.ronghe.platform.text.Language;

/// An organisation of the directory.
///
/// @param level of its recognition; empty where nobody said
/// @param facts what holds of it now, by attribute: names of organisations in both languages, and
///   words, which have but one, as the first of the two
public record DirectoryEntry(
    long organisation,
    Names names,
    OrganisationKind kind,
    String level,
    String district,
    String homepage,
    Map<String, List<Names>> facts) {
  public DirectoryEntry {
    facts = Map.copyOf(facts);
  }

  /// What holds now of an attribute, in one line; empty where nothing does.
  public String told(String attribute, Language language) {
    return facts.getOrDefault(attribute, List.of()).stream()
        .map(names -> names.in(language))
        .collect(Collectors.joining(language == Language.CHINESE ? "、" : ", "));
  }

  /// How large a fund is, in yuan; null where it is no fund or nobody said.
  public @Nullable Long fundYuan() {
    List<Names> size = facts.getOrDefault("fund_size", List.of());
    return size.isEmpty() ? null : Long.valueOf(size.getFirst().main());
  }

  DirectoryEntry with(Map<String, List<Names>> found) {
    return new DirectoryEntry(organisation, names, kind, level, district, homepage, found);
  }
}
