/// The dictionary: what can be said about organisations, people and works, of which type, in which
/// unit, for which period, and by which official source.
@NullMarked
@NamedInterface("dictionary")
package org.ronghe.platform.facts.dictionary;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
