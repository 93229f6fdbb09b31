/// The fact base: organisations, people and works, dated facts about them, their identifiers and
/// evidence, and merges of organisations that are one.
@NullMarked
package org.ronghe.platform.facts;

import org.jspecify.annotations.NullMarked;
