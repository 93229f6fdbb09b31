package org.ronghe.platform.web;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;

/// ETags (RFC 9110) made of version numbers, against lost updates.
public final class Versions {
  private Versions() {}

  /// The ETag of a version.
  public static String etag(long version) {
    return "\"" + version + "\"";
  }

  /// Holds a change to the version it was made from.
  ///
  /// @param ifMatch the request's `If-Match`
  /// @throws NodeProblem MATCH_NEEDED without it, CHANGED_MEANWHILE if it names another version
  public static void check(@Nullable String ifMatch, long version) {
    if (ifMatch == null || ifMatch.isBlank()) {
      throw new NodeProblem(ProblemCode.MATCH_NEEDED);
    }
    boolean matches =
        Arrays.stream(ifMatch.split(",", -1))
            .map(String::strip)
            .anyMatch(tag -> tag.equals("*") || tag.equals(etag(version)));
    if (!matches) {
      throw new NodeProblem(ProblemCode.CHANGED_MEANWHILE);
    }
  }
}
