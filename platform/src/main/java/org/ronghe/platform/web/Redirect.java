package org.ronghe.platform.web;

import org.jspecify.annotations.Nullable;

/// Sends the reader on (303), the usual end of a form.
///
/// @param to a path of this node with its query
/// @param flash what to say there; null for nothing
/// @param typed what that page's form is filled with; null for nothing
public record Redirect(String to, @Nullable Flash flash, @Nullable Typed typed) implements Answer {

  public Redirect {
    if (!isLocal(to)) {
      throw new IllegalArgumentException("leads away from this node: " + to);
    }
  }

  public Redirect(String to, @Nullable Flash flash) {
    this(to, flash, null);
  }

  /// Back to a page whose form could not be taken: it says why, and shows what was typed.
  public static Redirect again(String to, Typed typed) {
    return new Redirect(
        to, Flash.bad("web.form.again", String.join(" ", typed.faults().values())), typed);
  }

  /// On to a page.
  public static Redirect to(String path) {
    return new Redirect(path, null);
  }

  /// On to a page that begins with a sentence that all went well.
  ///
  /// @param key of a text
  public static Redirect done(String path, String key, Object... arguments) {
    return new Redirect(path, Flash.good(key, arguments));
  }

  /// Whether an address that a reader sent stays on this node: one slash at its beginning, and
  /// nothing a browser would read as another host.
  public static boolean isLocal(String address) {
    return address.matches("/(?![/\\\\])[^\\p{Cntrl}\\\\]*");
  }
}
