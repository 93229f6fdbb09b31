package org.ronghe.platform.matching;

import java.util.List;
import org.ronghe.platform.facts.Names;

/// Something public that can answer a need.
///
/// @param id of the achievement
/// @param title of it
/// @param summary what it is
/// @param keywords may be empty
/// @param industry code or name; empty if unknown
/// @param keeper id of the organisation that registered it
/// @param keeperNames what that is called
/// @param people who made it
public record Offer(
    long id,
    Names title,
    String summary,
    List<String> keywords,
    String industry,
    long keeper,
    Names keeperNames,
    List<Maker> people) {

  /// Somebody who made it, as the entry names them.
  ///
  /// @param organisation where they work; may be empty
  public record Maker(String name, String organisation) {}

  public Offer {
    keywords = List.copyOf(keywords);
    people = List.copyOf(people);
  }

  /// The address of its page.
  public String href() {
    return "/catalogue/" + id;
  }
}
