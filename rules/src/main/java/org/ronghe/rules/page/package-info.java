/// Rulebooks and answers as text in both languages, and as canonical JSON.
@NullMarked
package org.ronghe.rules.page;

import org.jspecify.annotations.NullMarked;
