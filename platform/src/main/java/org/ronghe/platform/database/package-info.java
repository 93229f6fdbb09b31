/// PostgreSQL for the node: its own server run as a child process, or a server that is there
/// already.
///
/// Plain Java: commands start a database without starting the node.
@NullMarked
package org.ronghe.platform.database;

import org.jspecify.annotations.NullMarked;
