/// The command line: one thin class per command, which reads options, calls an engine and prints
/// what came of it.
@NullMarked
package org.ronghe.cli;

import org.jspecify.annotations.NullMarked;
