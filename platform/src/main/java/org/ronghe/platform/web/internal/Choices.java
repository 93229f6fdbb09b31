package org.ronghe.platform.web.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.ronghe.platform.access.Allow;
import org.ronghe.platform.access.Rule;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.text.Language;
import org.ronghe.platform.web.Answer;
import org.ronghe.platform.web.Redirect;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// What a reader chooses for this browser: language and colours. Links, since nothing but a cookie
/// changes; both keep the page.
@Controller
class Choices {
  @GetMapping("/choose/language/{code}")
  @Allow(Rule.ANYONE)
  Answer language(
      @PathVariable String code,
      @RequestParam(defaultValue = "/") String to,
      HttpServletRequest request,
      HttpServletResponse response) {
    Language language =
        Language.find(code).orElseThrow(() -> new NodeProblem(ProblemCode.NOT_FOUND));
    Cookies.keep(request, response, language);
    return back(to);
  }

  @GetMapping("/choose/colours/{theme}")
  @Allow(Rule.ANYONE)
  Answer colours(
      @PathVariable String theme,
      @RequestParam(defaultValue = "/") String to,
      HttpServletRequest request,
      HttpServletResponse response) {
    Cookies.keepTheme(request, response, theme);
    return back(to);
  }

  private static Redirect back(String to) {
    return Redirect.to(Redirect.isLocal(to) ? to : "/");
  }
}
