package org.ronghe.platform.directory.internal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.facts.Names;
import org.ronghe.platform.facts.OrganisationKind;

/// An organisation of the directory.
///
/// @param level of its recognition; empty where nobody said
/// @param facts what holds of it now, by attribute: words, and names of organisations
public record DirectoryEntry(
    long organisation,
    Names names,
    OrganisationKind kind,
    String level,
    String district,
    String homepage,
    Map<String, List<String>> facts) {
  public DirectoryEntry {
    facts = Map.copyOf(facts);
  }

  /// What holds now of an attribute, in one line; empty where nothing does.
  public String told(String attribute) {
    return String.join("、", facts.getOrDefault(attribute, List.of()));
  }

  /// How large a fund is, in yuan; null where it is no fund or nobody said.
  public @Nullable Long fundYuan() {
    List<String> size = facts.getOrDefault("fund_size", List.of());
    return size.isEmpty() ? null : Long.valueOf(size.getFirst());
  }

  DirectoryEntry with(Map<String, List<String>> found) {
    return new DirectoryEntry(organisation, names, kind, level, district, homepage, found);
  }
}
