package org.ronghe.platform.help.internal;

import java.util.Arrays;
import java.util.List;
import org.ronghe.platform.access.Role;
import org.ronghe.platform.web.View;

/// The first steps of one role, or of none where the roles are to choose among.
///
/// @param shown at most one
public record HelpPage(View view, List<FirstSteps> shown) {
  public HelpPage {
    shown = List.copyOf(shown);
  }

  /// The reader's own roles, in order.
  public List<Role> own() {
    return roles(true);
  }

  /// All others.
  public List<Role> others() {
    return roles(false);
  }

  private List<Role> roles(boolean held) {
    return Arrays.stream(Role.values()).filter(role -> view.actor().has(role) == held).toList();
  }
}
