package org.ronghe.platform.web.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ronghe.platform.access.Allow;
import org.ronghe.platform.access.Rule;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.web.Assets;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// Serves style, script and icons, packed at build time, to be kept for ever.
@Controller
class AssetFiles {
  private static final Map<String, String> TYPES =
      Map.of(
          "js", "text/javascript;charset=UTF-8",
          "css", "text/css;charset=UTF-8",
          "svg", "image/svg+xml",
          "geojson", "application/geo+json");

  @GetMapping(Assets.PATH + "{name}")
  @Allow(Rule.ANYONE)
  void asset(@PathVariable String name, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    if (type == null) {
      throw new NodeProblem(ProblemCode.NOT_FOUND);
    }
    String accepted = Optional.ofNullable(request.getHeader("Accept-Encoding")).orElse("");
    String packing = accepts(accepted, "br") ? "br" : accepts(accepted, "gzip") ? "gzip" : "";
    String ending = packing.isEmpty() ? "" : packing.equals("br") ? ".br" : ".gz";
    try (var in =
        Assets.findNamed(name + ending).orElseThrow(() -> new NodeProblem(ProblemCode.NOT_FOUND))) {
      byte[] bytes = in.readAllBytes();
      response.setContentType(type);
      response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
      response.setHeader("Vary", "Accept-Encoding");
      if (!packing.isEmpty()) {
        response.setHeader("Content-Encoding", packing);
      }
      response.setContentLength(bytes.length);
      response.getOutputStream().write(bytes);
    }
  }

  private static boolean accepts(String header, String packing) {
    for (String offer : header.toLowerCase(Locale.ROOT).split(",", -1)) {
      String[] parts = offer.strip().split("\\s*;\\s*", -1);
      if (parts[0].equals(packing)) {
        return parts.length == 1 || !parts[1].matches("q=0(\\.0*)?");
      }
    }
    return false;
  }
}
