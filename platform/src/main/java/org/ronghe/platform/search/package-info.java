/// Finding organisations and people by name, reading, abbreviation or identifier.
@NullMarked
package org.ronghe.platform.search;

import org.jspecify.annotations.NullMarked;
