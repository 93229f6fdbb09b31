package org.ronghe.platform.digital.internal;

import java.util.Map;
import org.ronghe.platform.digital.Assessment;
import org.ronghe.platform.facts.Names;
import org.ronghe.platform.web.Listing;
import org.ronghe.platform.web.View;

/// Assessments the reader may see.
///
/// @param names of the firms, by id
/// @param own the firms the reader may begin an assessment for, by name
/// @param asked how many second assessments wait for the reader
public record AssessmentList(
    View view,
    Listing<Assessment> assessments,
    Map<Long, Names> names,
    Map<String, Long> own,
    int asked) {
  public AssessmentList {
    names = Map.copyOf(names);
    own = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(own));
  }

  public String firm(Assessment assessment) {
    Names found = names.get(assessment.organisation());
    return found == null ? "–" : found.in(view.language());
  }
}
