/// First room: files of every kind become batches of records, and what is wrong with them becomes
/// rejects.
@NullMarked
package org.ronghe.atlas.source;

import org.jspecify.annotations.NullMarked;
