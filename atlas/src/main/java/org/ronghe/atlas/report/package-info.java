/// Fifth room: the ranking becomes one page for people.
@NullMarked
package org.ronghe.atlas.report;

import org.jspecify.annotations.NullMarked;
