package org.ronghe.platform.web.internal;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.web.Answer;
import org.ronghe.platform.web.Download;
import org.ronghe.platform.web.Page;
import org.ronghe.platform.web.Redirect;
import org.springframework.core.MethodParameter;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;

/// Sends pages, redirects and downloads.
final class Answers implements HandlerMethodReturnValueHandler {
  private final TemplateEngine templates;

  Answers(TemplateEngine templates) {
    this.templates = templates;
  }

  @Override
  public boolean supportsReturnType(MethodParameter returnType) {
    return Answer.class.isAssignableFrom(returnType.getParameterType());
  }

  @Override
  public void handleReturnValue(
      @Nullable Object value,
      MethodParameter returnType,
      ModelAndViewContainer container,
      NativeWebRequest web)
      throws IOException {
    container.setRequestHandled(true);
    var request = web.getNativeRequest(HttpServletRequest.class);
    var response = web.getNativeResponse(HttpServletResponse.class);
    if (request == null || response == null || value == null) {
      throw new IllegalStateException("no answer from " + returnType);
    }
    send((Answer) value, request, response);
  }

  void send(Answer answer, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    switch (answer) {
      case Page page -> page(page, response);
      case Redirect redirect -> redirect(redirect, request, response);
      case Download download -> download(download, response);
    }
  }

  /// A page is rendered as a whole before its first byte leaves: a template that fails half way
  /// gives an error page, not half a page.
  private void page(Page page, HttpServletResponse response) throws IOException {
    var html = new Utf8ByteOutput();
    templates.render(page.template(), page.model(), html);
    response.setStatus(page.status());
    response.setContentType("text/html;charset=UTF-8");
    if (!response.containsHeader("Cache-Control")) {
      response.setHeader("Cache-Control", "no-store");
    }
    response.addHeader("Vary", "HX-Request");
    response.setContentLength(html.getContentLength());
    try (var out = response.getOutputStream()) {
      html.writeTo(out);
    }
  }

  private static void redirect(
      Redirect redirect, HttpServletRequest request, HttpServletResponse response) {
    if (redirect.flash() != null) {
      Cookies.keep(request, response, redirect.flash());
    }
    if (redirect.typed() != null) {
      TypedForms.keep(request, redirect.to(), redirect.typed());
    }
    response.setHeader("Cache-Control", "no-store");
    if (request.getHeader("HX-Request") != null) {
      // htmx would follow a redirect by itself and put a whole page into a part of one.
      response.setStatus(HttpServletResponse.SC_OK);
      response.setHeader("HX-Redirect", redirect.to());
    } else {
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
      response.setHeader("Location", redirect.to());
    }
  }

  private static void download(Download download, HttpServletResponse response) throws IOException {
    String name = download.name() + "." + download.format().ending();
    String plain = name.replaceAll("[^A-Za-z0-9._-]", "-");
    String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    response.setContentType(download.format().mediaType());
    response.setHeader("Cache-Control", "no-store");
    response.setHeader(
        "Content-Disposition",
        "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded);
    try (var out = response.getOutputStream()) {
      TableWriter.write(download, out);
    }
  }
}
