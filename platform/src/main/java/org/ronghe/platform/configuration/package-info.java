/// What an operator sets: options as data, read from a file, the environment and flags, with all
/// problems reported together.
@NullMarked
package org.ronghe.platform.configuration;

import org.jspecify.annotations.NullMarked;
