package org.ronghe.platform.facts.internal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.facts.dictionary.SubjectKind;
import org.ronghe.platform.web.View;

/// The form of a profile, for a new subject or one that is there.
///
/// @param head the subject; null for a new one
/// @param theirs what somebody else saved meanwhile, by control; empty where nobody did
/// @param choices what can be chosen
public record ProfileForm(
    View view,
    SubjectKind kind,
    @Nullable SubjectHead head,
    Input input,
    Map<String, String> theirs,
    Choices choices) {
  public ProfileForm {
    theirs = Map.copyOf(theirs);
  }

  /// What can be chosen.
  ///
  /// @param kinds the words for `kind`, each with the key of its text
  /// @param states the words for `status`
  /// @param organisations names that the reader may mean by `organisation`
  public record Choices(
      Map<String, String> kinds, List<String> states, List<String> organisations) {
    public Choices {
      kinds = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(kinds));
      states = List.copyOf(states);
      organisations = List.copyOf(organisations);
    }
  }

  /// Where the form is sent.
  public String action() {
    return head == null ? SubjectHead.room(kind) + "/new" : head.href() + "/edit";
  }

  /// Whether names are entered here: those of an organisation that is there change from a day on,
  /// in a form of their own.
  public boolean named() {
    return head == null || kind != SubjectKind.ORGANISATION;
  }

  /// What somebody else saved meanwhile in a control; null where it is the same as here, or where
  /// nobody did.
  public @Nullable String otherThanHere(String control) {
    String other = theirs.get(control);
    return other == null || other.equals(input.value(control)) ? null : other;
  }

  /// What somebody else saved, as it is read.
  public String readable(String control) {
    return words(control, theirs.getOrDefault(control, ""));
  }

  /// What stands here, as it is read.
  public String yours(String control) {
    return words(control, input.value(control));
  }

  private String words(String control, String value) {
    if (value.isEmpty()) {
      return view.text("facts.page.nothing");
    }
    return switch (control) {
      case "kind" -> view.text(choices.kinds().getOrDefault(value, "facts.page.nothing"));
      case "status" -> view.text("facts.page.status." + value);
      default -> value;
    };
  }
}
