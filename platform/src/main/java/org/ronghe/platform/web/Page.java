package org.ronghe.platform.web;

/// A page, or a part of one, to be rendered.
///
/// @param template such as `facts/organisation.jte`
/// @param model the template's one parameter, a record whose first component is the [View]
/// @param status the HTTP status
public record Page(String template, Object model, int status) implements Answer {

  /// A page that is what was asked for.
  public static Page of(String template, Object model) {
    return new Page(template, model, 200);
  }

  /// The same page with another status, as for a form that needs correcting (400).
  public Page withStatus(int other) {
    return new Page(template, model, other);
  }
}
