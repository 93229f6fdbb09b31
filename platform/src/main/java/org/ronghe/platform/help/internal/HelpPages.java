package org.ronghe.platform.help.internal;

import java.util.List;
import org.ronghe.platform.access.Allow;
import org.ronghe.platform.access.Role;
import org.ronghe.platform.access.Rule;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.web.Page;
import org.ronghe.platform.web.Room;
import org.ronghe.platform.web.View;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// Help on screen. `docs/roles` says the same.
@Controller
class HelpPages {
  private static final int ORDER = 100;

  @Bean
  static Room helpRoom() {
    return Room.inAdministration("/help", "help.link", ORDER, Rule.SIGNED_IN);
  }

  @GetMapping("/help")
  @Allow(Rule.ANYONE)
  Page roles(View view) {
    return Page.of("help/help.jte", new HelpPage(view, List.of()));
  }

  @GetMapping("/help/{role}")
  @Allow(Rule.ANYONE)
  Page role(View view, @PathVariable String role) {
    try {
      FirstSteps steps = FirstSteps.of(Role.of(role), view.texts());
      return Page.of("help/help.jte", new HelpPage(view, List.of(steps)));
    } catch (IllegalArgumentException e) {
      throw new NodeProblem(ProblemCode.NOT_FOUND);
    }
  }
}
