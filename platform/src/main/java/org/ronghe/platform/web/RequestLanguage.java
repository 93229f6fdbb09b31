package org.ronghe.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import org.ronghe.platform.text.Language;

/// Tells the language to answer a request in: what its reader chose, else the node's own, else what
/// the browser asks for.
public interface RequestLanguage {
  /// The language for a request.
  Language of(HttpServletRequest request);
}
