/// Where innovation happens: laboratories, centres, incubators, pilot platforms, joint laboratories
/// and funds in one list with a map; and searches that somebody keeps.
@NullMarked
package org.ronghe.platform.directory;

import org.jspecify.annotations.NullMarked;
