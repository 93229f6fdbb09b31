/// A validating scanner for JSON text that stands on one line, over bytes, without building a tree.
@NullMarked
package org.ronghe.atlas.source.json;

import org.jspecify.annotations.NullMarked;
