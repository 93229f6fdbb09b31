package org.ronghe.platform.help.internal;

import java.util.ArrayList;
import java.util.List;
import org.ronghe.platform.access.Role;
import org.ronghe.platform.text.Texts;

/// What somebody of a role does first.
///
/// @param lead what the role is for
/// @param steps in order
/// @param know what is good to know, and what the role does not do
public record FirstSteps(Role role, String lead, List<Step> steps, String know) {
  public FirstSteps {
    steps = List.copyOf(steps);
  }

  /// One step.
  ///
  /// @param href the page where it is done
  public record Step(String text, String href) {}

  /// The first steps of a role, in a language.
  static FirstSteps of(Role role, Texts texts) {
    String key = "help.role." + role.code();
    var steps = new ArrayList<Step>();
    for (String href : places(role)) {
      steps.add(new Step(texts.text(key + ".step-" + (steps.size() + 1)), href));
    }
    return new FirstSteps(role, texts.text(key + ".lead"), steps, texts.text(key + ".know"));
  }

  private static List<String> places(Role role) {
    return switch (role) {
      case ADMINISTRATOR ->
          List.of(
              "/accounts/invite",
              "/accounts",
              "/accounts",
              "/settings",
              "/account/second-factor",
              "/audit");
      case BUREAU_OFFICER ->
          List.of(
              "/",
              "/organisations/new",
              "/organisations",
              "/organisations",
              "/merges",
              "/rankings/import",
              "/titles",
              "/achievements?state=submitted&sort=due",
              "/pools");
      case REGISTRAR ->
          List.of(
              "/",
              "/organisations",
              "/people/new",
              "/organisations",
              "/merges/new",
              "/achievements/new",
              "/imports");
      case ENTERPRISE ->
          List.of(
              "/",
              "/organisations",
              "/organisations",
              "/organisations",
              "/account/second-factor",
              "/policies");
      case BROKER -> List.of("/search", "/organisations", "/works", "/rankings");
      case REVIEWER ->
          List.of(
              "/account/second-factor",
              "/organisations",
              "/organisations",
              "/search",
              "/evaluations");
      case INVESTOR -> List.of("/organisations", "/search", "/rankings", "/account");
      case AUDITOR -> List.of("/audit", "/audit", "/audit", "/accounts", "/organisations");
      case DATA_USER -> List.of("/account", "/api", "/organisations", "/rankings");
    };
  }
}
