/// Identifiers and codes as their standards define them: a text is valid and gets its one normal
/// form, or it is not and the answer says why.
@NullMarked
@NamedInterface("identifier")
package org.ronghe.platform.facts.identifier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
