package org.ronghe.platform.web.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.text.Texts;
import org.ronghe.platform.web.Page;
import org.ronghe.platform.web.Redirect;
import org.ronghe.platform.web.RequestLanguage;
import org.ronghe.platform.web.Saying;
import org.ronghe.platform.web.View;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.HandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/// The one place where something thrown becomes an answer: a page for people, a problem after RFC
/// 9457 for programs, in the asker's language, without a stack trace.
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemEdge {
  private static final Logger LOG = LoggerFactory.getLogger(ProblemEdge.class);

  private final Views views;
  private final RequestLanguage languages;
  private final Answers answers;

  ProblemEdge(Views views, RequestLanguage languages, Answers answers) {
    this.views = views;
    this.languages = languages;
    this.answers = answers;
  }

  @ExceptionHandler
  void handle(Exception thrown, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (response.isCommitted()) {
      // The reader went away in the middle of a download, or it broke there: too late to say so.
      LOG.debug("after the answer had begun", thrown);
      return;
    }
    NodeProblem problem = KnownExceptions.problem(thrown);
    if (problem == null) {
      String number = UUID.randomUUID().toString().substring(0, 8);
      LOG.error("problem {} at {} {}", number, request.getMethod(), pattern(request), thrown);
      problem = new NodeProblem(ProblemCode.INTERNAL, number);
    }
    answer(problem, request, response);
  }

  /// The address without what stands in it: one-time links are secrets, names are people's.
  private static Object pattern(HttpServletRequest request) {
    Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    return pattern == null ? "an unknown address" : pattern;
  }

  private void answer(NodeProblem problem, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var texts = Texts.in(languages.of(request));
    var arguments =
        problem.arguments().stream().map(value -> Saying.resolved(value, texts)).toArray();
    String key = "problem." + problem.code().code();
    String title = texts.text(key + ".title");
    String detail = texts.text(key + ".detail", arguments);
    response.resetBuffer();
    headers(problem, response);
    if (request.getRequestURI().startsWith("/api/")) {
      var fields = new LinkedHashMap<String, String>();
      problem.fields().forEach((field, wrong) -> fields.put(field, wrong(wrong, texts)));
      json(problem.code(), title, detail, fields, request, response);
      return;
    }
    if (problem.code() == ProblemCode.SIGN_IN_NEEDED) {
      answers.send(signIn(request), request, response);
      return;
    }
    var view = views.view(request, response);
    var lines = new ArrayList<String>();
    problem.fields().forEach((field, wrong) -> lines.add(field + ": " + wrong(wrong, texts)));
    var model = new ProblemPage(view, problem.code(), title, detail, lines);
    String template = view.request().partial() ? "web/problem-part.jte" : "web/problem.jte";
    answers.send(new Page(template, model, problem.code().status()), request, response);
  }

  /// What is wrong with a field: ready to be read, or the key of a text; the values of the text's
  /// placeholders may follow the key, each after U+001F.
  private static String wrong(String words, Texts texts) {
    List<String> parts = List.of(words.split("\u001f", -1));
    String key = parts.getFirst();
    return texts.has(key) ? texts.text(key, parts.subList(1, parts.size()).toArray()) : words;
  }

  private static Redirect signIn(HttpServletRequest request) {
    String query = request.getQueryString();
    String here = request.getRequestURI() + (query == null ? "" : "?" + query);
    boolean returns = request.getMethod().equals("GET") && Redirect.isLocal(here);
    boolean home = here.equals("/");
    return Redirect.to(returns && !home ? "/sign-in?next=" + View.encoded(here) : "/sign-in");
  }

  private static void headers(NodeProblem problem, HttpServletResponse response) {
    boolean later = problem.code() == ProblemCode.TOO_MANY_REQUESTS;
    if (later && problem.arguments().getFirst() instanceof Number seconds) {
      response.setHeader("Retry-After", seconds.toString());
    }
    if (problem.code() == ProblemCode.DATABASE_UNAVAILABLE) {
      response.setHeader("Retry-After", "60");
    }
  }

  private static void json(
      ProblemCode code,
      String title,
      String detail,
      Map<String, String> fields,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("type", "urn:ronghe:problem:" + code.code());
    body.put("title", title);
    body.put("status", code.status());
    body.put("detail", detail);
    body.put("instance", request.getRequestURI());
    body.put("code", code.code());
    if (!fields.isEmpty()) {
      body.put("fields", fields);
    }
    if (code == ProblemCode.SIGN_IN_NEEDED) {
      response.setHeader("WWW-Authenticate", "Bearer realm=\"ronghe\"");
    }
    response.setStatus(code.status());
    response.setContentType("application/problem+json");
    response.setHeader("Cache-Control", "no-store");
    byte[] bytes = JsonMapper.shared().writeValueAsBytes(body);
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }
}
