/// Text with line numbers: YAML and JSON as trees, and what is wrong with them.
@NullMarked
package org.ronghe.rules.source;

import org.jspecify.annotations.NullMarked;
