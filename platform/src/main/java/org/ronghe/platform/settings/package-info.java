/// What administrators set about the node while it runs: its name, its map, its own cluster.
@NullMarked
package org.ronghe.platform.settings;

import org.jspecify.annotations.NullMarked;
