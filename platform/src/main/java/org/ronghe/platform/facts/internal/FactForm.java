package org.ronghe.platform.facts.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.facts.Evidence;
import org.ronghe.platform.facts.Fact;
import org.ronghe.platform.facts.dictionary.Attribute;
import org.ronghe.platform.web.View;

/// The form by which a fact is entered, corrected, changed from a day on, or retracted.
///
/// @param fact the one that is corrected, changed or retracted; null where one is entered
public record FactForm(
    View view,
    SubjectHead head,
    Deed deed,
    Attribute attribute,
    @Nullable Fact fact,
    ValueWords words,
    Input input,
    Aside aside) {

  /// What is done to a fact.
  public enum Deed {
    ENTER,
    CORRECT,
    CHANGE,
    RETRACT;

    /// The last part of the address.
    public String path() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /// What a form knows besides.
  ///
  /// @param evidence what was handed in already; null where nothing was
  /// @param suggestions names that a reference could mean
  public record Aside(@Nullable Evidence evidence, List<String> suggestions) {
    public Aside {
      suggestions = List.copyOf(suggestions);
    }
  }

  /// Where the form is sent.
  public String action() {
    return fact == null
        ? head.href() + "/facts/enter"
        : head.href() + "/facts/" + fact.id() + "/" + deed.path();
  }

  /// The sentence that says what the form does.
  public String title() {
    return view.text("facts.page." + deed.path() + ".title", attribute.name().in(view.language()));
  }

  /// The address of the attribute's history.
  public String history() {
    return head.href() + "/history/" + attribute.key();
  }
}
