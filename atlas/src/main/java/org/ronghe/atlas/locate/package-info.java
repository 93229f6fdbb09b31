/// Second room: batches of records become located contributions.
@NullMarked
package org.ronghe.atlas.locate;

import org.jspecify.annotations.NullMarked;
