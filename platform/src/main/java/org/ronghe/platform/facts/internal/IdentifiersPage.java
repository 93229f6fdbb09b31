package org.ronghe.platform.facts.internal;

import java.util.List;
import org.ronghe.platform.facts.Identifier;
import org.ronghe.platform.facts.identifier.IdentifierScheme;
import org.ronghe.platform.web.View;

/// The identifiers of a subject, retracted ones too.
public record IdentifiersPage(
    View view,
    SubjectHead head,
    List<Identifier> identifiers,
    List<IdentifierScheme> schemes,
    Input input) {
  public IdentifiersPage {
    identifiers = List.copyOf(identifiers);
    schemes = List.copyOf(schemes);
  }
}
